import type { ReceiveDeps } from "./calls.ts";

/** A pressed button shows that it works until it is acknowledged, which can be done once. */
export interface Acknowledgement {
  /** True where this is what the person gets: words above the chat, or a link that opens. */
  tell(what?: { readonly text: string } | { readonly url: string }): Promise<boolean>;
}

export function createAcknowledgement(callback_query_id: string, { api, log }: ReceiveDeps, signal: AbortSignal): Acknowledgement {
  let isTold = false;
  return {
    async tell(what) {
      if (isTold) return false;
      isTold = true;
      try {
        await api.call("answerCallbackQuery", { callback_query_id, ...what }, signal);
        return true;
      } catch (cause) {
        // After a few minutes Telegram takes it no more, which does no harm.
        log.info(`telegram: a press could not be acknowledged: ${cause instanceof Error ? cause.message : "unknown fault"}`);
        return false;
      }
    },
  };
}
