// `npm start`: builds the bundle when it is missing or old, then runs it in this process with Node's compile cache.
import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

if (Number(process.versions.node.split(".")[0]) < 26) {
  console.error(
    `Quoth runs on Node 26, which comes with its dependencies; this is Node ${process.versions.node}. Start it with: npm start`,
  );
  process.exit(2);
}

if (process.argv.length > 2) {
  console.error(`npm start takes no words. For a single command: npm run -s quoth -- ${process.argv.slice(2).join(" ")}`);
  process.exit(2);
}

keepSmall();
const entry = await findEntry();
enableCompileCache(join(root, "node_modules", ".cache", "quoth"));
process.argv.splice(1, process.argv.length - 1, entry, "run");
await import(pathToFileURL(entry).href);

/**
 * glibc keeps an arena for every thread and rarely gives memory back: with one arena and early trimming the idle process is a tenth smaller.
 * That is read from the environment at start only, so on Linux the process replaces itself once (execve: same process id, no parent left).
 */
function keepSmall() {
  if (process.platform !== "linux" || process.env.MALLOC_ARENA_MAX || !process.execve) return;
  const env = { ...process.env, MALLOC_ARENA_MAX: "1", MALLOC_TRIM_THRESHOLD_: "65536" };
  process.removeAllListeners("warning"); // execve says that it is experimental; readers of the log need not know
  process.execve(process.execPath, [process.execPath, ...process.execArgv, ...process.argv.slice(1)], env);
}

async function findEntry() {
  const bundle = join(root, "dist", "app", "cli.js");
  // A container may ship the bundle without sources or build tools: then it is run as it is.
  if (!existsSync(join(root, "src"))) return bundle;
  const sources = join(root, "src", "cli.ts");
  const { build, isFresh } = await import("./build.mjs");
  if (isFresh()) return bundle;
  if (!mayWrite(join(root, "dist"))) {
    console.error(
      "dist/ may not be written by this user, so Quoth starts from its sources, which takes longer. To build it once: npm run build",
    );
    return sources;
  }
  console.error("Building Quoth, once after an install or update …");
  try {
    await build();
  } catch (error) {
    if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
    return sources; // installed without development dependencies
  }
  return bundle;
}

function mayWrite(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false; // whatever the reason, the sources run without it
  }
}
