import { readInstallation } from "../app/installation.ts";
import type { DeliveryState } from "../model/delivery.ts";
import { readArguments, refuseWords } from "./arguments.ts";
import { type ExitCode, findCommand, type Io } from "./commands.ts";
import { openToRead } from "./open.ts";

const shown: readonly DeliveryState[] = ["unknown", "refused", "sending", "queued"];

/** What is not settled, and what was refused; also while Quoth runs. */
export async function run(words: readonly string[], io: Io): Promise<ExitCode> {
  const form = findCommand("deliveries")?.form ?? "";
  const args = readArguments(words, form);
  refuseWords(args, form);
  const stores = await openToRead(readInstallation());
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
