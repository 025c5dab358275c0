import { expect } from "chai";
import { statusOn } from "../../src/domain/pressAgency/life.js";
import type { PressAgencyEvent } from "../../src/domain/pressAgency/events.js";
import { pressAgency } from "../../src/domain/pressAgency/record.js";
import { agencyFact } from "../support/facts.js";
import { commandMeta, given, type Said, type Told } from "../support/given.js";

const { decider } = pressAgency;
type Command = Parameters<(typeof decider)["decide"]>[0];
type CommandOf<T extends Command["type"]> = Said<Extract<Command, { type: T }>>;
type DataOf<T extends Command["type"]> = CommandOf<T>["data"];

const AGENCY = "a-culture";
const BASIS = { legalBasis: "QĐ 83/QĐ-UBND" };
const details = {
  agencyId: AGENCY,
  name: "Báo Văn hóa và Đời sống",
  kinds: ["PRINT", "ONLINE"],
  level: "LOCAL",
  governingBody: "Sở Văn hóa, Thể thao và Du lịch",
  licenceNumber: "123/GP-BTTTT",
  registeredOn: "2012-05-01",
} as const;
const province = agencyFact("a-province", "Báo Thanh Hóa");

type Event = Told<PressAgencyEvent>;
const registered: Event = { type: "PressAgencyRegistered", data: details };
const suspended = (from: string, until: string | null): Event => ({
  type: "PressAgencySuspended",
  data: { agencyId: AGENCY, from, until, ...BASIS },
});
const reinstated = (effectiveOn: string): Event => ({
  type: "PressAgencyReinstated",
  data: { agencyId: AGENCY, effectiveOn, ...BASIS },
});
const closed = (effectiveOn: string): Event => ({
  type: "PressAgencyClosed",
  data: { agencyId: AGENCY, effectiveOn, ...BASIS },
});

const merged = (effectiveOn: string): Event => ({
  type: "PressAgencyMerged",
  data: { agencyId: AGENCY, intoId: "a-province", intoName: "Báo Thanh Hóa", effectiveOn, ...BASIS },
});

const register = (more: Partial<DataOf<"RegisterPressAgency">> = {}): CommandOf<"RegisterPressAgency"> => ({
  type: "RegisterPressAgency",
  data: { ...details, namesakes: [], ...more },
});
const rename = (more: Partial<DataOf<"RenamePressAgency">> = {}): CommandOf<"RenamePressAgency"> => ({
  type: "RenamePressAgency",
  data: { agencyId: AGENCY, name: "Văn hóa và Đời sống", effectiveOn: "2019-10-01", namesakes: [], ...BASIS, ...more },
});
const suspend = (from: string, until: string | null) =>
  ({ type: "SuspendPressAgency", data: { agencyId: AGENCY, from, until, ...BASIS } }) as const;
const reinstate = (effectiveOn: string) =>
  ({ type: "ReinstatePressAgency", data: { agencyId: AGENCY, effectiveOn, ...BASIS } }) as const;
const merge = (more: Partial<DataOf<"MergePressAgency">> = {}): CommandOf<"MergePressAgency"> => {
  const { into = province } = more;
  const data = { agencyId: AGENCY, effectiveOn: "2021-01-08", tookInOn: null, ...BASIS, ...more };
  return { type: "MergePressAgency", data: { ...data, into, intoId: into.agencyId } };
};
const close = (effectiveOn: string, tookInOn: string | null = null) =>
  ({ type: "ClosePressAgency", data: { agencyId: AGENCY, effectiveOn, tookInOn, ...BASIS } }) as const;

const nothing = given(decider);
const agency = (...more: Event[]): ReturnType<typeof given<typeof decider>> => given(decider, registered, ...more);

describe("a press agency", () => {
  it("is registered", () => {
    nothing.when(register()).then(registered);
  });

  it("may have the name of one that has ended by then", () => {
    const ended = agencyFact("a-old", details.name, { endsOn: "2012-05-01" });
    nothing.when(register({ namesakes: [ended] })).thenAccepted();
  });

  it("is renamed, and may spell its own name in another way", () => {
    const { namesakes: _, ...data } = rename().data;
    agency().when(rename()).then({ type: "PressAgencyRenamed", data });
    const itself = agencyFact(AGENCY, details.name);
    agency()
      .when(rename({ name: "Báo Văn hoá và Đời sống", namesakes: [itself] }))
      .thenAccepted();
  });

  it("is suspended for a term or until further notice, and reinstated", () => {
    agency().when(suspend("2019-09-01", "2019-09-30")).then(suspended("2019-09-01", "2019-09-30"));
    agency(suspended("2019-09-01", null)).when(reinstate("2019-09-10")).then(reinstated("2019-09-10"));
  });

  it("is suspended anew once the first term is over, by its own end or by reinstatement", () => {
    agency(suspended("2019-03-01", "2019-03-31")).when(suspend("2019-04-01", null)).thenAccepted();
    agency(suspended("2019-03-01", null), reinstated("2019-04-01")).when(suspend("2019-04-01", null)).thenAccepted();
  });

  it("ends in another one, whose name on that day is kept", () => {
    const renamedLater = agencyFact("a-province", "Báo và Đài PTTH Thanh Hóa", {
      names: [
        { name: "Báo Thanh Hóa", from: "2010-01-01" },
        { name: "Báo và Đài PTTH Thanh Hóa", from: "2025-06-01" },
      ],
    });
    const data = { agencyId: AGENCY, intoId: "a-province", intoName: "Báo Thanh Hóa", effectiveOn: "2021-01-08" };
    agency()
      .when(merge({ into: renamedLater }))
      .then({ type: "PressAgencyMerged", data: { ...data, ...BASIS } });
  });

  it("is closed", () => {
    agency().when(close("2020-01-01")).then(closed("2020-01-01"));
  });

  it("keeps why a fact was entered late", () => {
    const meta = commandMeta({ occurredAt: "2019-09-01T03:00:00.000Z", lateEntryReason: "Chuyển từ sổ giấy" });
    nothing
      .when({ ...register(), meta })
      .then({ ...registered, occurredAt: "2019-09-01T03:00:00.000Z", reason: "Chuyển từ sổ giấy" });
  });

  it("stands on each day as was recorded", () => {
    const suspensions = [
      { from: "2019-03-01", until: "2019-03-31", liftedOn: null },
      { from: "2019-05-01", until: null, liftedOn: "2019-06-01" },
      { from: "2019-07-01", until: "2019-12-31", liftedOn: "2019-08-01" },
    ];
    const life = { suspensions, endsOn: "2021-01-08", ending: "MERGED" } as const;
    const on = (day: string): string => statusOn(life, day);
    expect(on("2019-02-28")).to.equal("ACTIVE");
    expect(on("2019-03-01")).to.equal("SUSPENDED");
    expect(on("2019-03-31")).to.equal("SUSPENDED");
    expect(on("2019-04-01")).to.equal("ACTIVE");
    expect(on("2019-05-31")).to.equal("SUSPENDED");
    expect(on("2019-06-01")).to.equal("ACTIVE");
    expect(on("2019-08-01")).to.equal("ACTIVE");
    expect(on("2021-01-07")).to.equal("ACTIVE");
    expect(on("2021-01-08")).to.equal("MERGED");
  });
});

describe("a press agency is not", () => {
  it("spoken of before it is registered", () => {
    const commands = [rename(), suspend("2019-09-01", null), reinstate("2019-09-10"), merge(), close("2020-01-01")];
    for (const command of commands) nothing.when(command).thenRefused("PRESS_AGENCY_NOT_FOUND", ["agencyId"]);
  });

  it("the subject of any command from the future, or of a late one without a reason", () => {
    const rest = [rename(), suspend("2019-09-01", null), merge(), close("2020-01-01")];
    const future = commandMeta({ occurredAt: "2019-09-11T03:00:00.000Z" });
    const late = commandMeta({ occurredAt: "2019-09-09T03:00:00.000Z" });
    for (const command of rest) {
      agency()
        .when({ ...command, meta: future })
        .thenRefused("OCCURRED_IN_FUTURE", ["occurredAt"]);
      agency()
        .when({ ...command, meta: late })
        .thenRefused("LATE_ENTRY_NEEDS_REASON", ["lateEntryReason"]);
    }
    nothing.when({ ...register(), meta: future }).thenRefused("OCCURRED_IN_FUTURE");
    nothing.when({ ...register(), meta: late }).thenRefused("LATE_ENTRY_NEEDS_REASON");
    const lifted = agency(suspended("2019-09-01", null));
    lifted.when({ ...reinstate("2019-09-10"), meta: future }).thenRefused("OCCURRED_IN_FUTURE");
    lifted.when({ ...reinstate("2019-09-10"), meta: late }).thenRefused("LATE_ENTRY_NEEDS_REASON");
  });

  it("registered without a kind", () => {
    nothing.when(register({ kinds: [] })).thenRefused("PRESS_AGENCY_NEEDS_KIND", ["kinds"]);
  });

  it("given the name of another live one", () => {
    const rival = agencyFact("a-rival", details.name, { endsOn: "2030-01-01" });
    nothing.when(register({ namesakes: [rival] })).thenRefused("PRESS_AGENCY_NAME_TAKEN", ["name"]);
    const { name } = rename().data;
    agency()
      .when(rename({ namesakes: [agencyFact("a-rival", name, { endsOn: "2030-01-01" })] }))
      .thenRefused("PRESS_AGENCY_NAME_TAKEN", ["name"]);
  });

  it("given the name that another bears only until a day to come, or takes only then", () => {
    const other = { name: "Tên khác", from: "2010-01-01" };
    const own = { name: details.name, from: "2010-01-01" };
    const gives = agencyFact("a-rival", "", { names: [own, { ...other, from: "2030-01-01" }] });
    const takes = agencyFact("a-rival", "", { names: [other, { ...own, from: "2030-01-01" }] });
    const gave = agencyFact("a-rival", "", { names: [own, { ...other, from: "2011-01-01" }] });
    nothing.when(register({ namesakes: [gives] })).thenRefused("PRESS_AGENCY_NAME_TAKEN", ["name"]);
    nothing.when(register({ namesakes: [takes] })).thenRefused("PRESS_AGENCY_NAME_TAKEN", ["name"]);
    nothing.when(register({ namesakes: [gave], registeredOn: "2012-05-01" })).thenAccepted();
  });

  it("renamed to its present name", () => {
    agency()
      .when(rename({ name: details.name }))
      .thenRefused("PRESS_AGENCY_NAME_UNCHANGED", ["name"]);
  });

  it("changed on a day before it was registered", () => {
    const early = "2012-04-30";
    agency()
      .when(rename({ effectiveOn: early }))
      .thenRefused("PRESS_AGENCY_NOT_YET_REGISTERED", ["effectiveOn"]);
    agency().when(suspend(early, early)).thenRefused("PRESS_AGENCY_NOT_YET_REGISTERED", ["from"]);
    agency()
      .when(merge({ effectiveOn: early }))
      .thenRefused("PRESS_AGENCY_NOT_YET_REGISTERED", ["effectiveOn"]);
    agency().when(close(early)).thenRefused("PRESS_AGENCY_NOT_YET_REGISTERED", ["effectiveOn"]);
  });

  it("changed from the day on which it ended, but may be before", () => {
    const ended = agency(closed("2019-10-01"));
    ended.when(rename({ effectiveOn: "2019-10-01" })).thenRefused("PRESS_AGENCY_ENDED", ["agencyId"]);
    ended.when(suspend("2019-10-01", null)).thenRefused("PRESS_AGENCY_ENDED", ["agencyId"]);
    ended.when(suspend("2019-09-30", null)).thenAccepted();
    agency(suspended("2019-09-01", null), closed("2019-10-01"))
      .when(reinstate("2019-10-01"))
      .thenRefused("PRESS_AGENCY_ENDED", ["agencyId"]);
  });

  it("ended twice, even before its recorded end", () => {
    const ending = agency(closed("2030-01-01"));
    ending.when(merge()).thenRefused("PRESS_AGENCY_ENDED", ["agencyId"]);
    ending.when(close("2020-01-01")).thenRefused("PRESS_AGENCY_ENDED", ["agencyId"]);
  });

  it("suspended for a term that ends before it begins", () => {
    agency().when(suspend("2019-09-02", "2019-09-01")).thenRefused("SUSPENSION_ENDS_BEFORE_IT_BEGINS", ["until"]);
  });

  it("suspended while it is suspended", () => {
    const open = agency(suspended("2019-09-01", null));
    open.when(suspend("2019-09-05", "2019-09-06")).thenRefused("PRESS_AGENCY_SUSPENDED_ALREADY", ["from"]);
    open.when(suspend("2019-08-01", "2019-09-01")).thenRefused("PRESS_AGENCY_SUSPENDED_ALREADY", ["from"]);
    open.when(suspend("2019-08-01", "2019-08-31")).thenAccepted();
  });

  it("reinstated unless it is suspended, and only after that began", () => {
    agency().when(reinstate("2019-09-10")).thenRefused("PRESS_AGENCY_NOT_SUSPENDED", ["agencyId"]);
    agency(suspended("2019-09-01", null), reinstated("2019-09-05"))
      .when(reinstate("2019-09-10"))
      .thenRefused("PRESS_AGENCY_NOT_SUSPENDED", ["agencyId"]);
    agency(suspended("2019-09-10", null))
      .when(reinstate("2019-09-10"))
      .thenRefused("REINSTATED_BEFORE_SUSPENSION", ["effectiveOn"]);
    agency(suspended("2012-05-01", null))
      .when(reinstate("2012-04-30"))
      .thenRefused("PRESS_AGENCY_NOT_YET_REGISTERED", ["effectiveOn"]);
  });

  it("merged into itself, or into one whose end is recorded", () => {
    const itself = agencyFact(AGENCY, details.name);
    agency()
      .when(merge({ into: itself }))
      .thenRefused("PRESS_AGENCY_INTO_ITSELF", ["intoId"]);
    const ending = agencyFact("a-province", "Báo Thanh Hóa", { endsOn: "2030-01-01" });
    agency()
      .when(merge({ into: ending }))
      .thenRefused("PRESS_AGENCY_ENDED", ["intoId"]);
  });

  it("ended before it took in another one", () => {
    const tookInOn = "2021-01-08";
    agency().when(merge({ tookInOn })).thenRefused("PRESS_AGENCY_ENDS_BEFORE_TAKING_IN", ["effectiveOn"]);
    agency().when(close(tookInOn, tookInOn)).thenRefused("PRESS_AGENCY_ENDS_BEFORE_TAKING_IN", ["effectiveOn"]);
    agency().when(close("2021-01-09", tookInOn)).thenAccepted();
  });

  it("back from a merger that was not recorded, without a reason, or while another bears its name", () => {
    const takeBack = (
      more: Partial<DataOf<"TakeBackPressAgencyMerger">> = {},
    ): CommandOf<"TakeBackPressAgencyMerger"> => ({
      type: "TakeBackPressAgencyMerger",
      data: { agencyId: AGENCY, reason: "Nhập nhầm", namesakes: [], ...more },
    });
    agency().when(takeBack()).thenRefused("PRESS_AGENCY_NOT_MERGED", ["agencyId"]);
    agency(merged("2019-01-01"))
      .when(takeBack({ reason: "" }))
      .thenRefused("PRESS_AGENCY_CORRECTION_NEEDS_REASON", ["reason"]);
    const namesakes = [agencyFact("a-new", details.name.toUpperCase(), { registeredOn: "2019-01-01" })];
    agency(merged("2019-01-01")).when(takeBack({ namesakes })).thenRefused("PRESS_AGENCY_NAME_TAKEN", ["agencyId"]);
    agency(merged("2019-01-01"))
      .when(takeBack())
      .then({ type: "PressAgencyMergerTakenBack", data: { agencyId: AGENCY }, reason: "Nhập nhầm" });
  });
});
