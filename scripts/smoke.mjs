// Starts the built process in a fresh folder, waits until it says where the local channel is, reads that page, has an edition made from a
// feed on loopback (fetching, parsing and telling as built, not as written), stops it.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const data = mkdtempSync(join(tmpdir(), "quoth-smoke-"));
const publisher = await openPublisher();
const digests = join(data, "digests");
mkdirSync(digests);
writeFileSync(
  join(digests, "smoke.yaml"),
  `name: Smoke\ndescription: A feed on loopback.\nsources: [{ feed: "${publisher.url}/feed.xml" }]\nschedule: { times: ["08:00"], zone: UTC }\n`,
);
const env = { ...process.env, QUOTH_DATA: data, QUOTH_DIGESTS: digests, QUOTH_PORT: "0", DISCORD_TOKEN: "", TELEGRAM_TOKEN: "" };
const child = spawn(process.execPath, [join(root, "scripts", "start.mjs")], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });

let output = "";
child.stderr.on("data", (bytes) => (output += bytes));
try {
  const address = await waitForAddress();
  const page = await fetch(address);
  const html = await page.text();
  if (!page.ok || !html.includes("Quoth")) throw new Error(`The local channel at ${address} answered ${page.status}.`);
  const reply = await say(address, html, "/digest preview smoke");
  if (!reply.includes("Selholm will build a second quay")) throw new Error(`The preview of a feed does not tell its news:\n${reply}`);
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const code = await ended;
  if (code !== 0) throw new Error(`The process ended with ${code} after SIGTERM.`);
  console.log(`smoke: started, answered at ${address}, told a feed's news, stopped`);
} catch (error) {
  console.error(`smoke: ${error.message}\n${output}`);
  process.exitCode = 1;
} finally {
  child.kill("SIGKILL");
  publisher.close();
  rmSync(data, { recursive: true, force: true });
}

function waitForAddress() {
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(() => reject(new Error("No address within 60 s.")), 60_000);
    child.stdout.on("data", (bytes) => {
      output += bytes;
      const address = output.match(/http:\/\/127\.0\.0\.1:\d+\S*/)?.[0];
      if (!address) return;
      clearTimeout(deadline);
      resolve(address);
    });
    child.once("exit", (code) => reject(new Error(`The process ended with ${code} before it was ready.`)));
  });
}

/** Types a command as the page without script does, and reads the page again until it was answered. */
async function say(address, html, line) {
  const token = /name="token" value="([^"]+)"/.exec(html)?.[1] ?? "";
  const body = new FormData();
  body.set("token", token);
  body.set("line", line);
  await fetch(new URL("/say", address), { method: "POST", body, headers: { origin: new URL(address).origin } });
  return (await fetch(address)).text();
}

async function openPublisher() {
  const text =
    "The council of Selholm will build a second quay for night ferries, its chair Birgit Aas said on Monday after a vote of 17 to 12. ".repeat(
      8,
    );
  const entry = `<item><title>Selholm to build a second quay</title><guid>quay</guid><pubDate>${new Date().toUTCString()}</pubDate><description>${text}</description></item>`;
  const feed = `<rss version="2.0"><channel><title>Invented Courier</title>${entry}</channel></rss>`;
  const server = createServer((_, response) => response.setHeader("content-type", "application/rss+xml").end(feed));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
