import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A scripted stand-in for a chat-completions server. It imports nothing of the product; shapes are those of the public API reference. */
export interface ModelFake {
  readonly baseUrl: string;
  /** What was asked, in order: the text of the last message. */
  readonly prompts: readonly string[];
  /** The next answers, in order; the last one repeats. */
  script(...answers: readonly ModelReply[]): void;
  close(): Promise<void>;
}

export type ModelReply =
  | { readonly kind: "bullets"; readonly bullets: readonly { readonly text: string; readonly evidence: readonly string[] }[] }
  /** The text of the message, whatever it is: cut JSON, an echo of the prompt. */
  | { readonly kind: "text"; readonly text: (prompt: string) => string }
  | { readonly kind: "status"; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly kind: "hang" }
  | { readonly kind: "huge"; readonly bytes: number };

export async function startModelFake(): Promise<ModelFake> {
  const prompts: string[] = [];
  let replies: ModelReply[] = [];
  const server = createServer((request, response) => {
    void readPrompt(request).then((prompt) => {
      prompts.push(prompt);
      const reply = replies.length > 1 ? replies.shift() : replies[0];
      answer(reply ?? { kind: "status", status: 500 }, prompt, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    prompts,
    script(...answers) {
      replies = [...answers];
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function readPrompt(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = JSON.parse(Buffer.concat(chunks).toString("utf8")) as { messages?: { content?: unknown }[] };
  const content = body.messages?.at(-1)?.content;
  return typeof content === "string" ? content : JSON.stringify(content);
}

function answer(reply: ModelReply, prompt: string, response: ServerResponse): void {
  switch (reply.kind) {
    case "hang":
      return;
    case "status":
      response
        .writeHead(reply.status, { "content-type": "application/json", ...reply.headers })
        .end(JSON.stringify({ error: { message: "scripted" } }));
      return;
    case "huge":
      response.writeHead(200, { "content-type": "application/json" });
      response.end(Buffer.alloc(reply.bytes, 0x20));
      return;
    case "text":
      complete(response, reply.text(prompt));
      return;
    case "bullets":
      complete(response, JSON.stringify({ bullets: reply.bullets }));
  }
}

function complete(response: ServerResponse, content: string): void {
  const body = {
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 1,
    model: "scripted",
    choices: [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }],
    usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
  };
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
}
