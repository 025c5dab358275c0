import { Arg, Args, Ctx, Int, Query, Resolver } from "type-graphql";
import { dueOn } from "../../domain/kernel/deadline.js";
import { enDay } from "../../domain/kernel/words.js";
import { yearOf } from "../../domain/kernel/workCalendar.js";
import type { DeadlineRule, LawRow, LegalInstrument, RemoteArea, ViolationRule } from "../../domain/law/lawBook.js";
import type { DeadlineKey, LawField, SignerPost } from "../../domain/law/terms.js";
import { connect, type ConnectionOf, PageArgs } from "../shared/connection.js";
import { type LedgerContext, nowOf } from "../shared/context.js";
import { badInput } from "../shared/faults.js";
import { GraphQLLocalDate } from "../shared/scalars.js";
import { DeadlineKeyEnum, LawFieldEnum, SignerPostEnum } from "./enums.js";
import { stretchOf } from "./paging.js";
import {
  Deadline,
  DeadlineRuleConnection,
  FiningPowerConnection,
  FiningPowerType,
  LawParameterConnection,
  LawParameterType,
  LegalInstrumentConnection,
  RemoteAreaConnection,
  ViolationRuleConnection,
  WorkCalendarType,
} from "./types.js";

type Day = string | null | undefined;

/** Days and years as the ledger takes them: a mistyped year is caught. */
const FIRST_YEAR = 1945;
const LAST_YEAR = 2199;

function plausible(year: number): void {
  if (year < FIRST_YEAR || year > LAST_YEAR) throw badInput(`The year must be from ${FIRST_YEAR} to ${LAST_YEAR}.`);
}

/** One page of the rows, each with the key by which a cursor finds it again. */
function page<R extends LawRow, T>(
  context: LedgerContext,
  args: PageArgs,
  binding: readonly unknown[],
  rows: readonly R[],
  keyOf: (row: R) => string,
  toNode: (row: R) => T,
): ConnectionOf<T> {
  return connect(
    args,
    context.reads.basisNow(nowOf(context)),
    binding,
    (window) => stretchOf(rows, keyOf, window),
    toNode,
  );
}

const itself = <R>(row: R): R => row;

/** The law as reference data. Public: it names nobody. */
@Resolver()
export class LawResolver {
  @Query(() => LegalInstrumentConnection, {
    description: "Legal instruments in force on a day; without a day all that are known.",
  })
  legalInstruments(
    @Args(() => PageArgs) args: PageArgs,
    @Arg("on", () => GraphQLLocalDate, { nullable: true }) on: Day,
    @Ctx() context: LedgerContext,
  ): ConnectionOf<LegalInstrument> {
    const rows = context.law.instruments(on ?? undefined);
    return page(context, args, ["legalInstruments", on ?? null], rows, ({ key }) => key, itself);
  }

  @Query(() => ViolationRuleConnection, {
    description: "The catalogue of violations in force on a day (of the act); without a day all its versions.",
  })
  violationRules(
    @Args(() => PageArgs) args: PageArgs,
    @Arg("on", () => GraphQLLocalDate, { nullable: true }) on: Day,
    @Arg("field", () => LawFieldEnum, { nullable: true }) field: LawField | null | undefined,
    @Arg("code", () => String, { nullable: true, description: "Exactly this code." }) code: string | null | undefined,
    @Ctx() context: LedgerContext,
  ): ConnectionOf<ViolationRule> {
    const rows = context.law
      .violations(on ?? undefined)
      .filter((row) => (field == null || row.field === field) && (code == null || row.code === code));
    const binding = ["violationRules", on ?? null, field ?? null, code ?? null];
    return page(context, args, binding, rows, (row) => row.code, itself);
  }

  @Query(() => FiningPowerConnection, {
    description: "Who may fine how much on a day (of signing); without a day all versions.",
  })
  finingPowers(
    @Args(() => PageArgs) args: PageArgs,
    @Arg("on", () => GraphQLLocalDate, { nullable: true }) on: Day,
    @Arg("post", () => SignerPostEnum, { nullable: true }) post: SignerPost | null | undefined,
    @Arg("field", () => LawFieldEnum, { nullable: true }) field: LawField | null | undefined,
    @Ctx() context: LedgerContext,
  ): ConnectionOf<FiningPowerType> {
    const rows = context.law
      .powers(on ?? undefined)
      .filter((row) => (post == null || row.post === post) && (field == null || row.field === field));
    const binding = ["finingPowers", on ?? null, post ?? null, field ?? null];
    return page(
      context,
      args,
      binding,
      rows,
      (row) => `${row.post} ${row.field}`,
      (row) => new FiningPowerType(row),
    );
  }

  @Query(() => DeadlineRuleConnection, { description: "Periods in force on a day; without a day all versions." })
  deadlineRules(
    @Args(() => PageArgs) args: PageArgs,
    @Arg("on", () => GraphQLLocalDate, { nullable: true }) on: Day,
    @Ctx() context: LedgerContext,
  ): ConnectionOf<DeadlineRule> {
    const rows = context.law.deadlines(on ?? undefined);
    return page(context, args, ["deadlineRules", on ?? null], rows, ({ key }) => key, itself);
  }

  @Query(() => LawParameterConnection, {
    description: "Thresholds and rates in force on a day; without a day all versions.",
  })
  lawParameters(
    @Args(() => PageArgs) args: PageArgs,
    @Arg("on", () => GraphQLLocalDate, { nullable: true }) on: Day,
    @Ctx() context: LedgerContext,
  ): ConnectionOf<LawParameterType> {
    const rows = context.law.parameters(on ?? undefined);
    const toNode = (row: (typeof rows)[number]): LawParameterType => new LawParameterType(row);
    return page(context, args, ["lawParameters", on ?? null], rows, ({ key }) => key, toNode);
  }

  @Query(() => RemoteAreaConnection, {
    description:
      "Remote areas (vùng sâu, vùng xa) on a day, where complaints have longer; without a day all that are known.",
  })
  remoteAreas(
    @Args(() => PageArgs) args: PageArgs,
    @Arg("on", () => GraphQLLocalDate, { nullable: true }) on: Day,
    @Ctx() context: LedgerContext,
  ): ConnectionOf<RemoteArea> {
    const rows = context.law.remoteAreas(on ?? undefined);
    return page(context, args, ["remoteAreas", on ?? null], rows, ({ unitCode }) => unitCode, itself);
  }

  @Query(() => Deadline, {
    description:
      "When a period ends that runs from a day. The first day is not counted; a last day that is not worked moves on.",
  })
  deadline(
    @Arg("key", () => DeadlineKeyEnum) key: DeadlineKey,
    @Arg("from", () => GraphQLLocalDate, { description: "The day from which it runs." }) from: string,
    @Arg("on", () => GraphQLLocalDate, {
      nullable: true,
      description: "By the law of this day; of `from` when absent.",
    })
    on: Day,
    @Ctx() { law }: LedgerContext,
  ): Deadline {
    plausible(yearOf(from));
    const rule = law.deadlineOn(key, on ?? from);
    if (!rule) throw badInput(`The law of ${enDay(on ?? from)} has no such period.`);
    const last = dueOn(rule.term, from, law.calendar);
    const years = Array.from({ length: yearOf(last) - yearOf(from) + 1 }, (_, index) => yearOf(from) + index);
    return { dueOn: last, rule, calendarIsKnown: years.every((year) => law.calendar.covers(year)) };
  }

  @Query(() => WorkCalendarType, { description: "The holidays and swap days of a year (nghỉ lễ, nghỉ bù, làm bù)." })
  workCalendar(@Arg("year", () => Int) year: number, @Ctx() { law }: LedgerContext): WorkCalendarType {
    plausible(year);
    return { year, isKnown: law.calendar.covers(year), specialDays: law.specialDays(year) };
  }
}
