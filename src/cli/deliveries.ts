import { readInstallation } from "../app/installation.ts";
import { databaseFile } from "../app.ts";
import type { DeliveryState } from "../model/delivery.ts";
import { openStores } from "../store/open.ts";
import { readArguments } from "./arguments.ts";
import { type ExitCode, findCommand, type Io } from "./commands.ts";

const shown: readonly DeliveryState[] = ["unknown", "refused", "sending", "queued"];

/** What is not settled, and what was refused; also while Quoth runs. */
export async function run(words: readonly string[], io: Io): Promise<ExitCode> {
  const args = readArguments(words, findCommand("deliveries")?.form ?? "");
  const stores = await openStores(databaseFile(readInstallation()), { readOnly: true });
  try {
    const counts = await stores.outbox.counts();
    const deliveries = (await Promise.all(shown.map((state) => stores.outbox.inState(state, 50)))).flat();
    if (args.json) {
      io.output.write(`${JSON.stringify({ counts, deliveries })}\n`);
      return 0;
    }
    io.output.write(
      `${Object.entries(counts)
        .map(([state, count]) => `${state} ${count}`)
        .join(", ")}\n`,
    );
    for (const { state, channelId, editionId, slotAt, attempts, problem } of deliveries) {
      io.output.write(
        `${state.padEnd(8)} ${slotAt.toISOString().slice(0, 16)} ${channelId} ${editionId} tried ${attempts}${problem ? `: ${problem}` : ""}\n`,
      );
    }
    return 0;
  } finally {
    await stores.close();
  }
}
