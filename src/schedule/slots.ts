import type { Schedule, Slot, Weekday } from "../model/digest.ts";

/**
 * Which slots a schedule has. Pure: everything follows from the arguments and the zone rules that come with Node.
 *
 * One rule for every clock change: a slot falls on the first instant at which the wall clock of its day shows its time or later.
 * So a time that a spring change leaves out comes when the clock has jumped (03:30 in a gap from 03:00 to 04:00 comes at 04:00),
 * a time that an autumn change repeats comes once, in the first pass, and a day that a zone leaves out comes at the next one's first minute.
 * Two times that land on one instant are one slot.
 */
export function slotsBetween(schedule: Schedule, after: Date, upTo: Date): readonly Slot[] {
  if (upTo <= after) return [];
  const lastDay = dayOf(upTo, schedule.zone);
  const slots: Slot[] = [];
  // From the day before: its slots may have been moved over midnight.
  for (
    let day = dayOf(after, schedule.zone).subtract({ days: 1 });
    Temporal.PlainDate.compare(day, lastDay) <= 0;
    day = day.add({ days: 1 })
  ) {
    slots.push(...slotsOn(day, schedule).filter(({ at }) => at > after && at <= upTo));
  }
  return onceEach(slots);
}

/** The first slot later than `after`; undefined only for a schedule without times or days. */
export function nextSlot(schedule: Schedule, after: Date): Slot | undefined {
  return slotsBetween(schedule, after, new Date(after.getTime() + weekMs))[0];
}

/** The last slot in (after, upTo]; it looks back nine days at most, which holds a slot of every schedule. */
export function lastSlot(schedule: Schedule, after: Date, upTo: Date): Slot | undefined {
  return slotsBetween(schedule, new Date(Math.max(after.getTime(), upTo.getTime() - weekMs)), upTo).at(-1);
}

/** This moment as a slot, for an edition that waits for none. */
export function slotNow(at: Date, zone: string): Slot {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDateTime();
  return { at, local: local.toString({ smallestUnit: "minute" }), zone };
}

/** The instant at which a zone's wall clock first shows this time or later. */
export function instantOf(local: Temporal.PlainDateTime, zone: string): Date {
  // "earlier" = the first pass of a repeated time; in a gap it falls as far before the jump as the time lies behind it.
  const first = local.toZonedDateTime(zone, { disambiguation: "earlier" });
  const valid = first.toPlainDateTime().equals(local) ? first : (first.getTimeZoneTransition("next") ?? first);
  return new Date(valid.epochMilliseconds);
}

/** A week, and two days for what clock changes move over its ends. */
const weekMs = 9 * 86_400_000;

const dayOf = (at: Date, zone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate();

function slotsOn(day: Temporal.PlainDate, { times, days, zone }: Schedule): readonly Slot[] {
  if (!days.includes(day.dayOfWeek as Weekday)) return [];
  return times.map((time) => {
    const local = day.toPlainDateTime(Temporal.PlainTime.from(time));
    return { at: instantOf(local, zone), local: `${day}T${time}`, zone };
  });
}

/** In order; where two times meet at one instant the one asked for later stays: it is what the clock shows. */
function onceEach(slots: readonly Slot[]): readonly Slot[] {
  const byInstant = new Map(slots.toSorted((a, b) => a.local.localeCompare(b.local)).map((slot) => [slot.at.getTime(), slot]));
  return [...byInstant.values()].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}
