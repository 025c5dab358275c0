import { expect } from "chai";
import type { UnitEvent } from "../../src/domain/unit/events.js";
import type { NewUnit } from "../../src/domain/unit/fields.js";
import type { UnitGiven } from "../../src/domain/unit/fields.js";
import { unit as unitRecord } from "../../src/domain/unit/record.js";
import { CLOCK, commandMeta, given, type Said, type Told } from "../support/given.js";

const CHANGE = { legalBasis: "NQ 786/NQ-UBTVQH14", effectiveOn: "2019-12-01" };
const BEGINNING = { legalBasis: "Sổ ban đầu", effectiveOn: "2010-01-01" };

const { decider } = unitRecord;
type Command = Parameters<(typeof decider)["decide"]>[0];
type CommandOf<T extends Command["type"]> = Said<Extract<Command, { type: T }>>;
type DataOf<T extends Command["type"]> = CommandOf<T>["data"];

const newUnit = (unitId: string, name: string, more: Partial<NewUnit> = {}): NewUnit => ({
  unitId,
  kind: "COMMUNE",
  name,
  code: null,
  parentId: null,
  functions: [],
  ...more,
});

type Event = Told<UnitEvent>;
const registered = (unit: NewUnit, change = BEGINNING): Event => ({
  type: "UnitRegistered",
  data: { ...unit, ...change },
});
const abolished = (unitId: string, effectiveOn: string): Event => ({
  type: "UnitAbolished",
  data: { unitId, legalBasis: "QĐ 1", effectiveOn },
});
const merged = (fromIds: string[], intoId: string, effectiveOn = "2019-12-01"): Event => ({
  type: "UnitsMerged",
  data: { fromIds, intoId, legalBasis: CHANGE.legalBasis, effectiveOn },
});

const anSon = registered(newUnit("u-an", "Xã Anh Sơn"));
const cacSon = registered(newUnit("u-cac", "Xã Các Sơn"));
const coming = registered(newUnit("u-coming", "Xã Mới"), { legalBasis: "QĐ 2", effectiveOn: "2020-06-01" });

/** As it is filled in: its id is the ledger's affair. */
const filledIn = ({ unitId: _, ...unit }: NewUnit): UnitGiven => unit;

const register = (unit: NewUnit, change = CHANGE): CommandOf<"RegisterUnit"> => ({
  type: "RegisterUnit",
  data: { unitId: unit.unitId, unit: filledIn(unit), ...change },
});
const rename = (unitId: string, name: string, effectiveOn = "2019-12-01") =>
  ({ type: "RenameUnit", data: { unitId, name, legalBasis: CHANGE.legalBasis, effectiveOn } }) as const;
/** Into a unit that is there. */
const merge = (more: Partial<DataOf<"MergeUnits">> = {}): CommandOf<"MergeUnits"> => {
  const intoId = more.intoId ?? "u-cac";
  return {
    type: "MergeUnits",
    data: { unitId: intoId, fromIds: ["u-an"], newUnit: null, ...CHANGE, ...more, intoId },
  };
};
const mergeIntoNew = (unit: NewUnit, fromIds = ["u-an", "u-cac"]): CommandOf<"MergeUnits"> => ({
  type: "MergeUnits",
  data: { unitId: unit.unitId, fromIds, intoId: null, newUnit: filledIn(unit), ...CHANGE },
});
const split = (more: Partial<DataOf<"SplitUnit">> = {}): CommandOf<"SplitUnit"> => {
  const fromId = more.fromId ?? "u-an";
  const newUnits = [newUnit("u-east", "Xã Đông"), newUnit("u-west", "Xã Tây")];
  return {
    type: "SplitUnit",
    data: { unitId: fromId, intoIds: [], newUnits, ...CHANGE, ...more, fromId },
  };
};
const takeBack = (unitId: string, reason = "Nhập nhầm") =>
  ({ type: "TakeBackUnitSuccession", data: { unitId, reason } }) as const;
const abolish = (unitId: string, effectiveOn = "2019-12-01") =>
  ({ type: "AbolishUnit", data: { unitId, legalBasis: CHANGE.legalBasis, effectiveOn } }) as const;
const MOVED = { function: "PRESS_AND_PUBLISHING", fromId: "u-press", toId: "u-culture", ...CHANGE } as const;
const move = (more: Partial<DataOf<"MoveUnitFunction">> = {}): CommandOf<"MoveUnitFunction"> => {
  const data = { ...MOVED, ...more };
  return { type: "MoveUnitFunction", data: { ...data, unitId: data.fromId } };
};

const place = (unitId: string, parentId: string | null, effectiveOn = "2019-12-01") =>
  ({ type: "PlaceUnit", data: { unitId, parentId, legalBasis: CHANGE.legalBasis, effectiveOn } }) as const;
const correctParent = (parentId: string | null, from = BEGINNING.effectiveOn) =>
  ({ type: "CorrectUnitParent", data: { unitId: "u-x", from, parentId, reason: "Nhập nhầm" } }) as const;
const placed = (unitId: string, parentId: string | null, effectiveOn = "2019-12-01"): Event => ({
  type: "UnitPlaced",
  data: { unitId, parentId, legalBasis: CHANGE.legalBasis, effectiveOn },
});

const department = (unitId: string, name: string, functions: NewUnit["functions"] = []): Event =>
  registered(newUnit(unitId, name, { kind: "DEPARTMENT", functions }));
const press = department("u-press", "Sở Thông tin và Truyền thông", ["PRESS_AND_PUBLISHING", "POST_AND_TELECOM"]);
const culture = department("u-culture", "Sở Văn hóa, Thể thao và Du lịch");

const empty = given(decider);
const units = (...events: Event[]): ReturnType<typeof given<typeof decider>> => given(decider, ...events);
const two = units(anSon, cacSon);
const departments = units(press, culture);

const district = (unitId: string, name: string, parentId: string | null = null): Event =>
  registered(newUnit(unitId, name, { kind: "DISTRICT", parentId }));
const [east, west] = [district("u-east", "Huyện Đông"), district("u-west", "Huyện Tây")];
/** Commune X under the district of the east. */
const communeX = registered(newUnit("u-x", "Xã X", { parentId: "u-east" }));
const below = (...more: Event[]) => units(east, west, communeX, ...more);

describe("the register of units", () => {
  it("takes in a unit", () => {
    empty.when(register(newUnit("u-an", "Xã Anh Sơn"))).then(registered(newUnit("u-an", "Xã Anh Sơn"), CHANGE));
  });

  it("lets names be used again: of another kind, under another parent, after an end", () => {
    two.when(register(newUnit("u-x", "Xã Anh Sơn", { kind: "DISTRICT" }))).thenAccepted();
    two.when(register(newUnit("u-x", "Xã Anh Sơn", { parentId: "u-cac" }))).thenAccepted();
    units(anSon, abolished("u-an", "2019-12-01"))
      .when(register(newUnit("u-x", "Xã Anh Sơn")))
      .thenAccepted();
  });

  it("renames a unit, and frees its old name", () => {
    const renamed: Event = { type: "UnitRenamed", data: { unitId: "u-an", name: "Xã Anh", ...CHANGE } };
    two.when(rename("u-an", "Xã Anh")).then(renamed);
    units(anSon, cacSon, renamed).when(rename("u-cac", "Xã Anh Sơn")).thenAccepted();
  });

  it("takes back an end: the unit is there again, and who was to take it in may end as before", () => {
    const back = (unitId: string, ...receivers: { unitId: string; tookInOn: string | null }[]): Event => ({
      type: "UnitSuccessionTakenBack",
      data: { unitId, receivers },
      reason: "Nhập nhầm",
    });
    const third = registered(newUnit("u-third", "Xã Ba"));
    const cut: Event = { type: "UnitSplit", data: { fromId: "u-an", intoIds: ["u-cac", "u-third"], ...CHANGE } };
    const parts = ["u-cac", "u-third"].map((unitId) => ({ unitId, tookInOn: null }));
    units(anSon, cacSon, third, cut)
      .when(takeBack("u-an"))
      .then(back("u-an", ...parts));
    units(anSon, cacSon, merged(["u-an"], "u-cac"))
      .when(takeBack("u-an"))
      .then(back("u-an", { unitId: "u-cac", tookInOn: null }));
    const both = [anSon, cacSon, third, merged(["u-third"], "u-cac", "2019-06-01"), merged(["u-an"], "u-cac")];
    const alone = back("u-an", { unitId: "u-cac", tookInOn: "2019-06-01" });
    units(...both)
      .when(takeBack("u-an"))
      .then(alone);
    units(...both)
      .when(abolish("u-cac", "2019-07-01"))
      .thenRefused("UNIT_ENDS_BEFORE_TAKING_IN", ["unitId"]);
    units(...both, alone)
      .when(abolish("u-cac", "2019-07-01"))
      .thenAccepted();
    units(...both, alone)
      .when(abolish("u-cac", "2019-06-01"))
      .thenRefused("UNIT_ENDS_BEFORE_TAKING_IN", ["unitId"]);
    units(...both, alone)
      .when(merge())
      .thenAccepted();
  });

  it("merges a unit into another", () => {
    two.when(merge()).then(merged(["u-an"], "u-cac"));
  });

  it("merges units into a new one, which may bear the name of one of them", () => {
    const unit = newUnit("u-new", "Xã Các Sơn");
    two.when(mergeIntoNew(unit)).then(registered(unit, CHANGE), merged(["u-an", "u-cac"], "u-new"));
  });

  it("splits a unit, into new ones and existing ones", () => {
    const [east, west] = [newUnit("u-east", "Xã Đông"), newUnit("u-west", "Xã Tây")];
    const fell: Event = { type: "UnitSplit", data: { fromId: "u-an", intoIds: ["u-east", "u-west"], ...CHANGE } };
    two.when(split()).then(registered(east, CHANGE), registered(west, CHANGE), fell);
    const andOld: Event = { type: "UnitSplit", data: { fromId: "u-an", intoIds: ["u-cac", "u-east"], ...CHANGE } };
    two
      .when(split({ intoIds: ["u-cac"], newUnits: [newUnit("u-east", "Xã Anh Sơn")] }))
      .then(registered(newUnit("u-east", "Xã Anh Sơn"), CHANGE), andOld);
  });

  it("abolishes a unit", () => {
    two.when(abolish("u-an")).then({ type: "UnitAbolished", data: { unitId: "u-an", ...CHANGE } });
  });

  it("places a unit under another from a day, under none, and under one that succeeds its parent without a word", () => {
    below().when(place("u-x", "u-west")).then(placed("u-x", "u-west"));
    below().when(place("u-x", null)).then(placed("u-x", null));
    below(merged(["u-east"], "u-west"))
      .when(place("u-x", "u-west"))
      .thenRefused("UNIT_PARENT_UNCHANGED", ["parentId"]);
    below(merged(["u-east"], "u-west"))
      .when(place("u-x", "u-west", "2019-11-30"))
      .thenAccepted();
  });

  it("corrects under which unit one was put, at its registration or later, and so takes it back", () => {
    const corrected = (from: string, parentId: string | null): Event => ({
      type: "UnitParentCorrected",
      data: { unitId: "u-x", from, parentId },
    });
    const told = (event: Event) => ({ ...event, reason: "Nhập nhầm" });
    below()
      .when(correctParent("u-west"))
      .then(told(corrected("2010-01-01", "u-west")));
    const back = below(placed("u-x", "u-west")).when(correctParent("u-east", "2019-12-01"));
    back.then(told(corrected("2019-12-01", "u-east")));
    below(placed("u-x", "u-west"), corrected("2019-12-01", "u-east"))
      .when(place("u-x", "u-east", "2020-01-01"))
      .thenRefused("UNIT_PARENT_UNCHANGED", ["parentId"]);
  });

  it("moves a function, even away from a unit that has ended", () => {
    departments.when(move()).then({ type: "UnitFunctionMoved", data: MOVED });
    units(press, culture, abolished("u-press", "2019-12-01")).when(move()).thenAccepted();
  });
});

describe("the register of units refuses", () => {
  it("every command from the future, and every late one without a reason", () => {
    const scripts = [
      [empty, register(newUnit("u-an", "Xã Anh Sơn"))],
      [two, rename("u-an", "Xã Anh")],
      [two, merge()],
      [two, split()],
      [two, abolish("u-an")],
      [departments, move()],
    ] as const;
    for (const [history, command] of scripts) {
      const on = (occurredAt: string) => history.when({ ...command, meta: commandMeta({ occurredAt }) });
      on("2019-09-11T03:00:00.000Z").thenRefused("OCCURRED_IN_FUTURE", ["occurredAt"]);
      on("2019-09-09T03:00:00.000Z").thenRefused("LATE_ENTRY_NEEDS_REASON", ["lateEntryReason"]);
    }
  });

  describe("to register", () => {
    it("under a parent that is not there, has ended, or has not begun", () => {
      const under = (parentId: string) =>
        units(anSon, coming, abolished("u-an", "2019-12-01")).when(register(newUnit("u-x", "Xã X", { parentId })));
      under("u-nowhere").thenRefused("UNIT_NOT_FOUND", ["unit", "parentId"]);
      under("u-an").thenRefused("UNIT_ENDED", ["unit", "parentId"]);
      under("u-coming").thenRefused("UNIT_NOT_YET_STARTED", ["unit", "parentId"]);
    });

    it("a second live unit of the same kind, parent and name", () => {
      two.when(register(newUnit("u-x", "Xã Anh Sơn"))).thenRefused("UNIT_NAME_TAKEN", ["unit", "name"]);
    });
  });

  describe("to rename", () => {
    it("what is not there, has ended, or has not begun", () => {
      two.when(rename("u-x", "Xã X")).thenRefused("UNIT_NOT_FOUND", ["unitId"]);
      units(anSon, abolished("u-an", "2019-12-01")).when(rename("u-an", "Xã X")).thenRefused("UNIT_ENDED", ["unitId"]);
      units(coming).when(rename("u-coming", "Xã X")).thenRefused("UNIT_NOT_YET_STARTED", ["unitId"]);
    });

    it("to the present name, or to that of another", () => {
      two.when(rename("u-an", "Xã Anh Sơn")).thenRefused("UNIT_NAME_UNCHANGED", ["name"]);
      two.when(rename("u-an", "Xã Các Sơn")).thenRefused("UNIT_NAME_TAKEN", ["name"]);
    });
  });

  describe("to merge", () => {
    it("nothing, or one unit into a new one", () => {
      two.when(merge({ fromIds: [] })).thenRefused("MERGER_NEEDS_PREDECESSOR", ["fromIds"]);
      const newOne = newUnit("u-new", "Xã Mới Hơn");
      two.when(mergeIntoNew(newOne, ["u-an"])).thenRefused("MERGER_INTO_NEW_NEEDS_TWO", ["fromIds"]);
    });

    it("a unit that is named twice, or into itself", () => {
      two.when(merge({ fromIds: ["u-an", "u-an"] })).thenRefused("UNIT_NAMED_TWICE", ["fromIds", 1]);
      two.when(merge({ fromIds: ["u-cac"] })).thenRefused("UNIT_NAMED_TWICE", ["fromIds", 1]);
    });

    it("a unit that is not there, has an end, or has not begun", () => {
      two.when(merge({ fromIds: ["u-x"] })).thenRefused("UNIT_NOT_FOUND", ["fromIds", 0]);
      units(anSon, cacSon, abolished("u-an", "2030-01-01")).when(merge()).thenRefused("UNIT_ENDED", ["fromIds", 0]);
      units(coming, cacSon)
        .when(merge({ fromIds: ["u-coming"] }))
        .thenRefused("UNIT_NOT_YET_STARTED", ["fromIds", 0]);
    });

    it("a unit that took in another on that day or later", () => {
      const third = registered(newUnit("u-third", "Xã Ba"));
      units(anSon, cacSon, third, merged(["u-third"], "u-an", "2019-12-01"))
        .when(merge())
        .thenRefused("UNIT_ENDS_BEFORE_TAKING_IN", ["fromIds", 0]);
    });

    it("into a unit that is not there or has ended", () => {
      two.when(merge({ intoId: "u-x" })).thenRefused("UNIT_NOT_FOUND", ["intoId"]);
      units(anSon, cacSon, abolished("u-cac", "2019-12-01")).when(merge()).thenRefused("UNIT_ENDED", ["intoId"]);
    });

    it("into a new unit with a wrong parent or a taken name", () => {
      const third = registered(newUnit("u-third", "Xã Ba"));
      const into = (unit: NewUnit) => units(anSon, cacSon, third).when(mergeIntoNew(unit));
      into(newUnit("u-new", "Xã Bốn", { parentId: "u-x" })).thenRefused("UNIT_NOT_FOUND", ["newUnit", "parentId"]);
      into(newUnit("u-new", "Xã Ba")).thenRefused("UNIT_NAME_TAKEN", ["newUnit", "name"]);
    });
  });

  describe("to split", () => {
    it("into fewer than two", () => {
      two.when(split({ intoIds: ["u-cac"], newUnits: [] })).thenRefused("SPLIT_NEEDS_TWO", ["intoIds"]);
    });

    it("when a unit is named twice, or falls into itself", () => {
      two.when(split({ intoIds: ["u-cac", "u-cac"], newUnits: [] })).thenRefused("UNIT_NAMED_TWICE", ["intoIds", 1]);
      two.when(split({ intoIds: ["u-cac", "u-an"], newUnits: [] })).thenRefused("UNIT_NAMED_TWICE", ["intoIds", 2]);
    });

    it("a unit that is not there, has an end, or took in another that day", () => {
      two.when(split({ fromId: "u-x" })).thenRefused("UNIT_NOT_FOUND", ["fromId"]);
      units(anSon, abolished("u-an", "2030-01-01")).when(split()).thenRefused("UNIT_ENDED", ["fromId"]);
      units(anSon, cacSon, merged(["u-cac"], "u-an"))
        .when(split())
        .thenRefused("UNIT_ENDS_BEFORE_TAKING_IN", ["fromId"]);
    });

    it("into an existing unit that has ended", () => {
      units(anSon, cacSon, abolished("u-cac", "2019-12-01"))
        .when(split({ intoIds: ["u-cac"], newUnits: [newUnit("u-east", "Xã Đông")] }))
        .thenRefused("UNIT_ENDED", ["intoIds", 0]);
    });

    it("into new units with equal names, taken names, or a wrong parent", () => {
      const into = (unit: NewUnit) =>
        two.when(split({ newUnits: [newUnit("u-east", "Xã Đông"), { ...unit, unitId: "u-west" }] }));
      into(newUnit("u-west", "Xã Đông")).thenRefused("UNIT_NAME_TAKEN", ["newUnits", 1, "name"]);
      into(newUnit("u-west", "Xã Các Sơn")).thenRefused("UNIT_NAME_TAKEN", ["newUnits", 1, "name"]);
      const orphan = newUnit("u-west", "Xã Tây", { parentId: "u-x" });
      into(orphan).thenRefused("UNIT_NOT_FOUND", ["newUnits", 1, "parentId"]);
    });
  });

  describe("to place", () => {
    it("what is not there, has ended, or has not begun; or under such a one", () => {
      below().when(place("u-none", "u-west")).thenRefused("UNIT_NOT_FOUND", ["unitId"]);
      below(abolished("u-x", "2019-12-01")).when(place("u-x", "u-west")).thenRefused("UNIT_ENDED", ["unitId"]);
      below(coming).when(place("u-coming", "u-west")).thenRefused("UNIT_NOT_YET_STARTED", ["unitId"]);
      below().when(place("u-x", "u-none")).thenRefused("UNIT_NOT_FOUND", ["parentId"]);
      below(abolished("u-west", "2019-12-01")).when(place("u-x", "u-west")).thenRefused("UNIT_ENDED", ["parentId"]);
      below(coming).when(place("u-x", "u-coming")).thenRefused("UNIT_NOT_YET_STARTED", ["parentId"]);
    });

    it("where it stands, or beside a namesake, whichever of the two comes there first", () => {
      below().when(place("u-x", "u-east")).thenRefused("UNIT_PARENT_UNCHANGED", ["parentId"]);
      const twin = registered(newUnit("u-twin", "xã x", { parentId: "u-west" }));
      below(twin).when(place("u-x", "u-west")).thenRefused("UNIT_NAME_TAKEN", ["parentId"]);
      below(placed("u-x", "u-west", "2020-01-01"))
        .when(register(newUnit("u-twin", "xã x", { parentId: "u-west" })))
        .thenRefused("UNIT_NAME_TAKEN", ["unit", "name"]);
      const other = registered(newUnit("u-other", "Xã Y", { parentId: "u-west" }));
      below(other, placed("u-x", "u-west", "2020-01-01"))
        .when(rename("u-x", "Xã Y"))
        .thenRefused("UNIT_NAME_TAKEN", ["name"]);
    });

    it("under itself or under one below it, now or by what is recorded for later", () => {
      below().when(place("u-east", "u-east")).thenRefused("UNIT_UNDER_ITSELF", ["parentId"]);
      below().when(place("u-east", "u-x")).thenRefused("UNIT_UNDER_ITSELF", ["parentId"]);
      below(placed("u-x", "u-west", "2020-01-01"))
        .when(place("u-west", "u-x"))
        .thenRefused("UNIT_UNDER_ITSELF", ["parentId"]);
      below(merged(["u-east"], "u-west"))
        .when(place("u-west", "u-x"))
        .thenRefused("UNIT_UNDER_ITSELF", ["parentId"]);
    });

    it("by a merger: the unit that goes on stands under none that ends in it", () => {
      below()
        .when(merge({ fromIds: ["u-east"], intoId: "u-x" }))
        .thenRefused("UNIT_UNDER_ITSELF", ["fromIds", 0]);
      below(registered(newUnit("u-y", "Xã Y", { parentId: "u-x" })))
        .when(merge({ fromIds: ["u-east"], intoId: "u-y" }))
        .thenRefused("UNIT_UNDER_ITSELF", ["fromIds", 0]);
      below()
        .when(mergeIntoNew(newUnit("u-new", "Huyện Mới", { parentId: "u-east" }), ["u-east", "u-west"]))
        .thenRefused("UNIT_UNDER_ITSELF", ["fromIds", 0]);
    });

    it("as a correction of a day on which nothing was entered, to what was entered, or to what may not be", () => {
      below().when(correctParent("u-west", "2019-12-01")).thenRefused("UNIT_PARENT_NOT_RECORDED", ["from"]);
      below().when(correctParent("u-east")).thenRefused("UNIT_PARENT_UNCHANGED", ["parentId"]);
      below().when(correctParent("u-none")).thenRefused("UNIT_NOT_FOUND", ["parentId"]);
      below().when(correctParent("u-x")).thenRefused("UNIT_UNDER_ITSELF", ["parentId"]);
    });
  });

  describe("with the names of those who carry on", () => {
    const sentence = (history: readonly Event[], command: ReturnType<typeof rename>): string => {
      const events = history.map((event) => ({ occurredAt: CLOCK, ...event }));
      const decision = decider.decide(
        { ...command, meta: commandMeta() },
        events.reduce(decider.evolve, decider.initial),
      );
      return "refusal" in decision ? decision.refusal.message.en : "";
    };

    it("its successor's, by its name of the day, however often that was succeeded", () => {
      const history = [anSon, cacSon, merged(["u-an"], "u-cac", "2018-01-01")];
      expect(sentence(history, rename("u-an", "Xã"))).to.contain("carries on its work: Xã Các Sơn;");
      const third = registered(newUnit("u-third", "Xã Ba"));
      const further = [...history, third, merged(["u-cac"], "u-third", "2019-01-01")];
      expect(sentence(further, rename("u-an", "Xã", "2019-12-01"))).to.contain("carries on its work: Xã Ba;");
      expect(sentence(further, rename("u-an", "Xã", "2018-06-01"))).to.contain("carries on its work: Xã Các Sơn;");
    });

    it("those of all among whom it was split", () => {
      const parts = [registered(newUnit("u-b", "Xã Bắc")), registered(newUnit("u-n", "Xã Nam"))];
      const fell: Event = { type: "UnitSplit", data: { fromId: "u-an", intoIds: ["u-b", "u-n"], ...CHANGE } };
      expect(sentence([anSon, ...parts, fell], rename("u-an", "Xã"))).to.contain(": Xã Bắc, Xã Nam;");
    });

    it("those to whom its functions went as it was abolished, with what came to each", () => {
      const history = [
        press,
        culture,
        abolished("u-press", "2019-12-01"),
        { type: "UnitFunctionMoved", data: MOVED } as Event,
      ];
      expect(sentence(history, rename("u-press", "Sở"))).to.contain(
        ": Sở Văn hóa, Thể thao và Du lịch (press and publishing);",
      );
    });

    it("those of the units that stood under it, as of a district whose communes were merged", () => {
      const commune = registered(newUnit("u-merged", "Xã Y", { parentId: "u-east" }));
      const into = registered(newUnit("u-new", "Xã Mới Hơn"));
      const history = [
        east,
        west,
        communeX,
        commune,
        into,
        merged(["u-merged"], "u-new"),
        abolished("u-east", "2019-12-01"),
      ];
      expect(sentence(history, rename("u-east", "Huyện"))).to.contain(": Xã X, Xã Mới Hơn;");
    });

    it("none, where none are known", () => {
      expect(sentence([anSon, abolished("u-an", "2019-12-01")], rename("u-an", "Xã"))).to.contain(
        "name the unit that carries on its work; for what",
      );
    });
  });

  it("to abolish what is not there, has an end, has not begun, or took in another that day", () => {
    two.when(abolish("u-x")).thenRefused("UNIT_NOT_FOUND", ["unitId"]);
    units(anSon, abolished("u-an", "2030-01-01")).when(abolish("u-an")).thenRefused("UNIT_ENDED", ["unitId"]);
    units(coming).when(abolish("u-coming")).thenRefused("UNIT_NOT_YET_STARTED", ["unitId"]);
    units(anSon, cacSon, merged(["u-an"], "u-cac"))
      .when(abolish("u-cac"))
      .thenRefused("UNIT_ENDS_BEFORE_TAKING_IN", ["unitId"]);
  });

  it("to take back an end that was not recorded, without a reason, or while another unit bears the name", () => {
    const ended = merged(["u-an"], "u-cac");
    two.when(takeBack("u-an")).thenRefused("UNIT_HAS_NO_SUCCESSOR", ["unitId"]);
    units(anSon, abolished("u-an", "2019-12-01"))
      .when(takeBack("u-an"))
      .thenRefused("UNIT_HAS_NO_SUCCESSOR", ["unitId"]);
    units(anSon, cacSon, ended).when(takeBack("u-an", "")).thenRefused("UNIT_CORRECTION_NEEDS_REASON", ["reason"]);
    const rival = registered(newUnit("u-x", "Xã anh sơn"), { legalBasis: "QĐ 2", effectiveOn: "2020-01-01" });
    units(anSon, cacSon, ended, rival).when(takeBack("u-an")).thenRefused("UNIT_NAME_TAKEN", ["unitId"]);
    units(anSon, cacSon, ended, rival, abolished("u-x", "2019-12-01")).when(takeBack("u-an")).thenAccepted();
    const below = (unitId: string, parentId: string) => registered(newUnit(unitId, `Xã ${unitId}`, { parentId }));
    const upon: Event = { type: "UnitPlaced", data: { unitId: "u-top", parentId: "u-low", ...CHANGE } };
    const top = registered(newUnit("u-top", "Huyện Trên"));
    units(cacSon, top, below("u-an", "u-top"), below("u-low", "u-an"), ended, upon)
      .when(takeBack("u-an"))
      .thenRefused("UNIT_UNDER_ITSELF", ["unitId"]);
  });

  describe("to move a function", () => {
    it("from a unit to itself, or between units that are not there", () => {
      departments.when(move({ toId: "u-press" })).thenRefused("UNIT_NAMED_TWICE", ["toId"]);
      departments.when(move({ fromId: "u-x" })).thenRefused("UNIT_NOT_FOUND", ["fromId"]);
      departments.when(move({ toId: "u-x" })).thenRefused("UNIT_NOT_FOUND", ["toId"]);
    });

    it("to a unit that has ended", () => {
      units(press, culture, abolished("u-culture", "2019-12-01")).when(move()).thenRefused("UNIT_ENDED", ["toId"]);
    });

    it("that the giver lacks or the receiver has", () => {
      departments.when(move({ function: "INSPECTION" })).thenRefused("FUNCTION_NOT_HELD", ["function"]);
      const holder = department("u-culture", "Sở Văn hóa", ["PRESS_AND_PUBLISHING"]);
      units(press, holder).when(move()).thenRefused("FUNCTION_ALREADY_HELD", ["function"]);
    });
  });
});
