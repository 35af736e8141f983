import type { Schedule, Weekday } from "../model/digest.ts";
import { instantOf } from "./slots.ts";

/** A slot that a clock change touches. */
export interface ClockChange {
  /** "2026-03-29". */
  readonly date: string;
  /** The time asked for, "03:30". */
  readonly time: string;
  /** gap: there is no such time that day; overlap: it comes twice. */
  readonly kind: "gap" | "overlap";
  /** The wall time at which the edition comes: another one in a gap, the same (first pass) in an overlap. */
  readonly comesAt: string;
}

const lookAheadMs = 366 * 86_400_000;

/** The first clock change within a year after `after` that moves or repeats one of the schedule's times. */
export function findClockChange(schedule: Schedule, after: Date): ClockChange | undefined {
  let at = Temporal.Instant.fromEpochMilliseconds(after.getTime()).toZonedDateTimeISO(schedule.zone);
  for (;;) {
    const change = at.getTimeZoneTransition("next");
    if (!change || change.epochMilliseconds > after.getTime() + lookAheadMs) return undefined;
    const touched = touchedSlot(schedule, change);
    if (touched) return touched;
    at = change;
  }
}

/** The same in words for the channel's manager: "On 29 March there is no 03:30; that edition comes at 04:00." */
export function describeClockChange(schedule: Schedule, after: Date, lang: string): string | undefined {
  const change = findClockChange(schedule, after);
  if (!change) return undefined;
  const day = new Intl.DateTimeFormat(lang === "uk" ? "uk" : "en-GB", { day: "numeric", month: "long", timeZone: "UTC" }).format(
    new Date(`${change.date}T00:00Z`),
  );
  return (lang === "uk" ? ukrainian : english)[change.kind](day, change);
}

type Words = Readonly<Record<ClockChange["kind"], (day: string, change: ClockChange) => string>>;

const english: Words = {
  gap: (day, { time, comesAt }) => `On ${day} there is no ${time}; that edition comes at ${comesAt}.`,
  overlap: (day, { time }) => `On ${day} ${time} comes twice; that edition comes once, the first time.`,
};

const ukrainian: Words = {
  gap: (day, { time, comesAt }) => `${day} часу ${time} немає; цей випуск вийде о ${comesAt}.`,
  overlap: (day, { time }) => `${day} час ${time} настає двічі; цей випуск вийде один раз, за першим.`,
};

function touchedSlot({ times, days, zone }: Schedule, change: Temporal.ZonedDateTime): ClockChange | undefined {
  const before = change.subtract({ nanoseconds: 1 }).toPlainDateTime();
  const around = [before.toPlainDate(), change.toPlainDate()].filter(
    (day, place, all) => days.includes(day.dayOfWeek as Weekday) && all.findIndex((other) => other.equals(day)) === place,
  );
  for (const day of around) {
    for (const time of times) {
      const local = day.toPlainDateTime(Temporal.PlainTime.from(time));
      const kind = kindOf(local, zone);
      if (kind && isAt(change, local, kind)) {
        const comesAt = Temporal.Instant.fromEpochMilliseconds(instantOf(local, zone).getTime()).toZonedDateTimeISO(zone);
        return { date: `${day}`, time, kind, comesAt: comesAt.toPlainTime().toString({ smallestUnit: "minute" }) };
      }
    }
  }
  return undefined;
}

function kindOf(local: Temporal.PlainDateTime, zone: string): ClockChange["kind"] | undefined {
  const earlier = local.toZonedDateTime(zone, { disambiguation: "earlier" });
  const later = local.toZonedDateTime(zone, { disambiguation: "later" });
  if (earlier.equals(later)) return undefined;
  return earlier.toPlainDateTime().equals(local) ? "overlap" : "gap";
}

/** True when it is this change that the time meets, not another one of the same day. */
function isAt(change: Temporal.ZonedDateTime, local: Temporal.PlainDateTime, kind: ClockChange["kind"]): boolean {
  const earlier = local.toZonedDateTime(change.timeZoneId, { disambiguation: "earlier" });
  return kind === "gap"
    ? instantOf(local, change.timeZoneId).getTime() === change.epochMilliseconds
    : earlier.getTimeZoneTransition("next")?.epochMilliseconds === change.epochMilliseconds;
}
