import { openConnection } from "../../src/store/sqlite/connection.ts";

/** Opens the database it is given and holds it until it is killed; with "unprivileged" it first gives up being root. Says how it went. */
const [file = "", how] = process.argv.slice(2);
if (how === "unprivileged" && process.getuid?.() === 0) process.setuid?.(65_534); // nobody: root may write anything
try {
  const connection = openConnection(file);
  process.stdout.write("open\n");
  setInterval(() => connection.find("SELECT 1"), 60_000);
} catch (error) {
  process.stdout.write(`${String(error)}\n`);
}
