import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A message as it stands in a channel of the stand-in. */
export interface ShownMessage {
  readonly messageId: string;
  readonly deliveryId: string;
  readonly channel: string;
  readonly text: string;
}

export interface FakePlatform {
  readonly url: string;
  /** Everything that is on screen, in the order it came. */
  readonly shown: readonly ShownMessage[];
  /** Called with the sender's process id when a request has come but nothing is shown yet, and when it is shown but not yet answered. */
  onReceived: (pid: number) => void;
  onShown: (pid: number) => void;
  close(): Promise<void>;
}

/**
 * A chat platform on loopback: POST /send { deliveryId, channel, text, pid } shows a message and answers { messageId }. With
 * `recognisesRepeats` a delivery id that was seen before answers with the first message and shows nothing new.
 */
export async function startFakePlatform({ recognisesRepeats }: { readonly recognisesRepeats: boolean }): Promise<FakePlatform> {
  const shown: ShownMessage[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { pid, ...sent } = JSON.parse(Buffer.concat(chunks).toString("utf8")) as Omit<ShownMessage, "messageId"> & { pid: number };
    fake.onReceived(pid);
    const known = recognisesRepeats ? shown.find(({ deliveryId }) => deliveryId === sent.deliveryId) : undefined;
    const message = known ?? { messageId: `m${shown.length + 1}`, ...sent };
    if (!known) shown.push(message);
    fake.onShown(pid);
    response.setHeader("content-type", "application/json").end(JSON.stringify({ messageId: message.messageId }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const fake: FakePlatform = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    shown,
    onReceived: () => undefined,
    onShown: () => undefined,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return fake;
}
