import type { Subscription } from "../model/delivery.ts";
import type { Slot } from "../model/digest.ts";
import { lastSlot, slotNow } from "./slots.ts";

/** Subscriptions that want the same edition now. */
export interface DueEdition {
  readonly digestId: string;
  readonly slot: Slot;
  readonly form: Subscription["form"];
  readonly filters: Subscription["filters"];
  /** Form and filters in one key. */
  readonly audience: string;
  /** What they have had so far reaches to here. */
  readonly coversFrom: Date;
  /** True when slots were missed: one edition makes up for all of them, and says so. */
  readonly catchUp: boolean;
  readonly subscriptions: readonly Subscription[];
}

/** An edition this late is not on time any more: the reader is told why. */
const lateMs = 60 * 60_000;

/** Due subscriptions → one edition for each digest × slot × audience × coverage, oldest slot first. Those without a slot since their coverage are in `idle`. */
export function groupDue(
  due: readonly Subscription[],
  now: Date,
): { readonly editions: readonly DueEdition[]; readonly idle: readonly Subscription[] } {
  const slots = new Map(due.map((subscription) => [subscription, lastSlot(subscription.schedule, subscription.coveredTo, now)]));
  const groups = Map.groupBy(
    due.filter((subscription) => slots.get(subscription)),
    (subscription) => {
      const { at, local, zone } = slots.get(subscription)!;
      return [
        subscription.digestId,
        at.getTime(),
        local,
        zone,
        audienceOf(subscription),
        subscription.coveredTo.getTime(),
        isCatchUp(subscription, slots.get(subscription)!, now),
      ].join("\n");
    },
  );
  const editions = [...groups.values()].map((group) => editionOf(group, slots.get(group[0]!)!, now));
  return {
    editions: editions.toSorted((a, b) => a.slot.at.getTime() - b.slot.at.getTime()),
    idle: due.filter((subscription) => !slots.get(subscription)),
  };
}

/** What subscriptions that want the same edition get now, without a slot of their own. */
export function dueNow(subscriptions: readonly Subscription[], now: Date): DueEdition {
  const { schedule } = subscriptions[0]!;
  return { ...editionOf(subscriptions, slotNow(now, schedule.zone), now), catchUp: false };
}

/** The same key for everybody who can share an edition: order of filters and their ids do not count. */
export function audienceOf({ form, filters, mode }: Pick<Subscription, "form" | "filters" | "mode">): string {
  const words = filters.map(({ mode, pattern }) => `${mode} ${pattern.trim().toLowerCase()}`).toSorted();
  return [mode, form.style, form.stories, form.bullets, form.quotes ? "quotes" : "plain", ...new Set(words)].join("|");
}

function editionOf(subscriptions: readonly Subscription[], slot: Slot, now: Date): DueEdition {
  const { digestId, form, filters, coveredTo, mode } = subscriptions[0]!;
  return {
    digestId,
    slot,
    form,
    filters,
    audience: audienceOf({ form, filters, mode }),
    coversFrom: coveredTo,
    catchUp: isCatchUp(subscriptions[0]!, slot, now),
    subscriptions,
  };
}

/** The slot that was waited for is not the last one that came; or it is, but long past. */
function isCatchUp({ nextAt }: Subscription, slot: Slot, now: Date): boolean {
  return (nextAt !== undefined && slot.at > nextAt) || now.getTime() - slot.at.getTime() > lateMs;
}
