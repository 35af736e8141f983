import { BotError } from "../../model/errors.ts";
import { answerSchema, type ModelBullet } from "./answer.ts";
import type { ModelUsage } from "./budget.ts";

export interface ModelSettings {
  readonly provider: "openai-compatible" | "anthropic" | "google";
  readonly model: string;
  readonly baseUrl?: string | undefined;
  readonly timeoutSeconds: number;
}

export interface ModelAnswer {
  readonly bullets: readonly ModelBullet[];
  readonly usage: ModelUsage;
}

/** One structured call. @throws BotError when no usable answer came: too slow, refused, unreadable, too long. */
export interface ModelProvider {
  ask(system: string, prompt: string, signal: AbortSignal): Promise<ModelAnswer>;
}

/** Far above any honest answer (a few hundred tokens); a longer one is cut off unread. */
const longestAnswerBytes = 256 * 1024;
const longestAnswerTokens = 1200;

/** Loads the SDK only here, when a digest names a model for the first time. `fetch` is an argument for tests and proxies. */
export async function connectModel(
  settings: ModelSettings,
  key: string | undefined,
  fetchFrom: typeof fetch = fetch,
): Promise<ModelProvider> {
  const { generateText, Output } = await import("ai");
  const model = await openModel(settings, key, boundedFetch(fetchFrom));
  return {
    async ask(system, prompt, signal) {
      try {
        const result = await generateText({
          model,
          system,
          prompt,
          output: Output.object({ schema: answerSchema }),
          temperature: 0,
          maxOutputTokens: longestAnswerTokens,
          maxRetries: 0, // the summarizer retries once itself, with the reason
          abortSignal: AbortSignal.any([signal, AbortSignal.timeout(settings.timeoutSeconds * 1000)]),
        });
        return {
          bullets: result.output.bullets,
          usage: { inputTokens: result.usage.inputTokens ?? 0, outputTokens: result.usage.outputTokens ?? 0 },
        };
      } catch (error) {
        signal.throwIfAborted();
        throw new BotError(`The model ${settings.model} gave no usable answer: ${describe(error)}.`, { cause: error });
      }
    },
  };
}

async function openModel(settings: ModelSettings, key: string | undefined, fetchFrom: typeof fetch) {
  const common = { fetch: fetchFrom, ...(key ? { apiKey: key } : {}), ...(settings.baseUrl ? { baseURL: settings.baseUrl } : {}) };
  switch (settings.provider) {
    case "anthropic":
      return (await import("@ai-sdk/anthropic")).createAnthropic(common)(settings.model);
    case "google":
      return (await import("@ai-sdk/google")).createGoogleGenerativeAI(common)(settings.model);
    case "openai-compatible": {
      const { createOpenAICompatible } = await import("@ai-sdk/openai-compatible");
      const baseURL = settings.baseUrl ?? "http://127.0.0.1:11434/v1"; // Ollama's own address
      return createOpenAICompatible({ ...common, name: "compatible", baseURL, supportsStructuredOutputs: true })(settings.model);
    }
  }
}

/** A fetch whose answer ends with an error after `longestAnswerBytes`: a 10 MB answer costs no memory. */
function boundedFetch(fetchFrom: typeof fetch): typeof fetch {
  return async (input, init) => {
    const response = await fetchFrom(input, init);
    let bytes = 0;
    const limit = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        if (bytes > longestAnswerBytes) controller.error(new BotError("the answer is longer than 256 kB"));
        else controller.enqueue(chunk);
      },
    });
    return new Response(response.body?.pipeThrough(limit) ?? null, {
      status: response.status,
      statusText: response.statusText,
      headers: response.headers,
    });
  };
}

/** The cause in a few words without addresses, keys or bodies. */
function describe(error: unknown): string {
  const { name = "", statusCode } = error as { name?: string; statusCode?: number };
  if (name === "TimeoutError" || name === "AbortError") return "it took too long";
  if (statusCode === 429) return "it is rate-limited (429)";
  if (statusCode !== undefined) return `it answered ${statusCode}`;
  if (/NoObjectGenerated|NoOutputGenerated|TypeValidation|JSONParse/.test(name)) return "its answer is not in the form asked for";
  return "it could not be reached or broke off";
}
