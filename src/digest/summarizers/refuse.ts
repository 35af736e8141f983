/** What a bullet may never carry: links, names of outlets, markup and mentions are Quoth's own work, added by code. */
const forbidden: readonly { readonly pattern: RegExp; readonly words: string }[] = [
  { pattern: /https?:|www\.|\b[a-z0-9-]+\.(?:com|net|org|io|gg|me|ru|ua|info|xyz|app|link)\b(?:\/|\b)/i, words: "an address" },
  { pattern: /(?:^|\s)@[\p{L}\p{N}_]{2,}|<@[!&]?\d+>|<#\d+>|@(?:everyone|here)/u, words: "a mention" },
  { pattern: /\[[^\]]+\]\([^)]+\)|[*_~`]{2,}|`|^\s*[#>*-]\s/m, words: "markup" },
  { pattern: /<\/?[a-z][^>]*>|&(?:#\d+|[a-z]+);/i, words: "HTML" },
  { pattern: /\b(?:bc1|[13])[a-km-zA-HJ-NP-Z1-9]{25,59}\b|\b0x[a-f0-9]{40}\b/i, words: "a wallet" },
  { pattern: /discord\.gg|t\.me\/|\bjoinchat\b/i, words: "an invitation" },
  { pattern: /[\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff]/, words: "hidden control characters" },
  { pattern: /\n/, words: "a line break" },
];

/** What is wrong with the form of a model's words: "an address", "a mention" …; empty when nothing is. */
export function findForbidden(text: string): readonly string[] {
  return forbidden.filter(({ pattern }) => pattern.test(text)).map(({ words }) => words);
}
