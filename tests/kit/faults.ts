/** What goes wrong, by script: the next requests that match meet it, then everything is well again. */
export type Fault =
  | { readonly kind: "latency"; readonly ms: number }
  /** A server error; `stored` = the work was done all the same. */
  | { readonly kind: "status"; readonly status: 500 | 502 | 503; readonly stored: boolean }
  | { readonly kind: "reset"; readonly stored: boolean }
  | { readonly kind: "hang"; readonly stored: boolean }
  /** A firewall's page: 429 without any header of the API. */
  | { readonly kind: "html429" }
  /** A 429 whose headers got lost on the way: only the body says how long. */
  | { readonly kind: "bare429"; readonly seconds: number }
  | { readonly kind: "unauthorized" };

export interface Faults {
  /** The next `times` requests whose "METHOD /path" matches. */
  next(match: RegExp, fault: Fault, times?: number): void;
  take(request: string): Fault | undefined;
  /** How many are still to come. */
  left(): number;
}

export function createFaults(): Faults {
  const script: { match: RegExp; fault: Fault; times: number }[] = [];
  return {
    next: (match, fault, times = 1) => void script.push({ match, fault, times }),
    take(request) {
      const found = script.find(({ match, times }) => times > 0 && match.test(request));
      if (found) found.times--;
      return found?.fault;
    },
    left: () => script.reduce((sum, { times }) => sum + times, 0),
  };
}
