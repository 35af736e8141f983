/** Why a pattern is not taken. `near` is the part of it that is at fault. */
export interface PatternFault {
  readonly fault: "look-around" | "back-reference" | "too-big" | "syntax";
  readonly near: string;
}

/** Written as `/pattern/` or `/pattern/i`: case never counts. */
export const isPattern = (written: string): boolean => /^\/.+\/i?$/s.test(written);

/** Steps of the compiled pattern. Matching takes at most steps × characters: a tenth of a millisecond to five for the opening of an article. */
const mostSteps = 250;

/**
 * A pattern in the syntax of RE2 (github.com/google/re2/wiki/Syntax), matched in time that grows with the length of the text alone, whatever
 * the pattern is; what could take for ever (look-around, back-references, heaped repeats) is not part of that syntax. `^` and `$` are the
 * ends of a line. The engine is loaded when the first pattern is.
 */
export async function readPattern(written: string): Promise<((text: string) => boolean) | PatternFault> {
  const pattern = written.replace(/^\/(.*)\/i?$/s, "$1");
  const unsafe = unsafePart(pattern);
  if (unsafe) return unsafe;
  const { RE2JS, RE2JSSyntaxException } = await import("re2js");
  try {
    const compiled = RE2JS.compile(pattern.normalize("NFKC"), RE2JS.CASE_INSENSITIVE | RE2JS.MULTILINE);
    if (compiled.programSize() > mostSteps) return { fault: "too-big", near: pattern };
    return (text) => compiled.matcher(text).find();
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) throw error;
    // The engine puts our two flags before it.
    const near = (error.getPattern() ?? pattern).replace(/^(?:\(\?[im]\)){1,2}/, "");
    return { fault: /repeat (?:count|size)/.test(error.getDescription()) ? "too-big" : "syntax", near };
  }
}

/** Named before the engine sees it, which would call these no more than bad syntax. */
function unsafePart(pattern: string): PatternFault | undefined {
  const bare = pattern.replace(/\\\\/g, "  ");
  const look = /(?<!\\)\(\?<?[=!]/.exec(bare);
  if (look) return { fault: "look-around", near: look[0] };
  const back = /\\[1-9]|\\k</.exec(bare);
  return back ? { fault: "back-reference", near: back[0] } : undefined;
}
