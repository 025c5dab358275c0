import { expect } from "chai";
import {
  choices,
  type CorrectionOf,
  day,
  fieldsOf,
  fieldsOfEach,
  id,
  NOBODY,
  OFFENDERS,
  part,
  type PartCorrected,
  text,
} from "../../../src/domain/kernel/fields.js";
import { type AnyEvent, eventsOf, type EventsOf, history } from "../../../src/domain/kernel/history.js";
import { record } from "../../../src/domain/kernel/record.js";
import { looked, stepsOf } from "../../../src/domain/kernel/steps.js";
import { catalog } from "../../../src/domain/kernel/refusal.js";
import { stepKindOf } from "../../../src/domain/kernel/stepKind.js";
import { type TermOf, terms } from "../../../src/domain/kernel/terms.js";
import type { LocalDate } from "../../../src/domain/kernel/time.js";
import { say } from "../../../src/domain/kernel/words.js";
import { CLOCK, given } from "../../support/given.js";

/** A small subject, declared for the tests of corrections alone: a card with a title that was given anew at times. */

const STATUSES = terms("CardStatus", "Where a card stands.", { OPEN: say("mở", "open"), VOIDED: say("hủy", "void") });
const TOPICS = terms("CardTopic", "Of what it is.", { LAND: say("đất", "land"), WATER: say("nước", "water") });
const words = say("thẻ", "card");

interface Card {
  readonly status: TermOf<typeof STATUSES>;
  readonly titles: readonly string[];
  readonly topics: readonly TermOf<typeof TOPICS>[];
  readonly on: LocalDate;
  readonly dueOn: LocalDate;
  readonly place: string | null;
  readonly stamps: readonly { readonly number: string; readonly by: string; readonly on: LocalDate }[];
  readonly pages: readonly { readonly pageId: string; readonly says: string; readonly note: string | null }[];
}
const STAMP = { by: text(words, 20, NOBODY), on: day(words) };
const PAGE = { says: text(words, 20, NOBODY), note: text(words, 20, NOBODY) };
const CORRECTED = { title: text(words, 200, NOBODY), topics: choices(TOPICS, words), on: day(words) };

const { begins, corrects, correctsAs, voids } = eventsOf<Card, { readonly cardId: string }>();
const events = {
  CardBegun: begins<Omit<Card, "status">>({
    says: words,
    stays: words,
    begins: ({ cardId: _, ...card }) => ({ ...card, status: "OPEN" }),
  }),
  CardCorrected: corrects<CorrectionOf<typeof CORRECTED> & { readonly dueOn?: LocalDate }>({
    says: words,
    changes: ({ titles }, { changes: { title, ...changes } }) => ({
      ...changes,
      ...(title !== undefined && { titles: [...titles.slice(0, -1), title] }),
    }),
  }),
  CardPlaced: corrects<{ place?: string | null }>({ says: words }),
  StampCorrected: correctsAs<{ number: string; stamp: CorrectionOf<typeof STAMP> }>({
    says: words,
    touches: ({ number }) => [number],
    changes: ({ stamps }, { number, stamp }) => ({
      stamps: stamps.map((one) => (one.number === number ? { ...one, ...stamp } : one)),
    }),
  }),
  BookCorrected: correctsAs<{ place: string | null; pages: readonly PartCorrected<"pageId", typeof PAGE>[] }>({
    says: words,
    touches: ({ pages }) => pages.map(({ pageId }) => pageId),
    corrected: ({ place }) => (place === null ? {} : { place }),
    changes: (card, { place, pages }) => ({
      place: place ?? card.place,
      pages: card.pages.map((page) => ({ ...page, ...pages.find(({ pageId }) => pageId === page.pageId)?.changes })),
    }),
  }),
  CardVoided: voids({ says: words }),
};
type CardEvent = EventsOf<typeof events>;

const refusals = catalog({
  CARD_NOT_FOUND: () => words,
  CARD_TITLE_AS_BEFORE: (title: string) => say(title, title),
});
const { correction, voiding } = stepsOf<Card, CardEvent, "cardId">();
const steps = {
  CorrectCard: correction({
    event: "CardCorrected",
    note: "The last title.",
    fields: CORRECTED,
    from: ["OPEN"],
    rules: [
      function titleIsAnother({ state: { titles }, changes: { title } }) {
        const before = titles.slice(0, -1).find((one) => one === title);
        return before === undefined ? undefined : refusals.CARD_TITLE_AS_BEFORE(["title"], before);
      },
    ],
    recorded: (card) => ({ ...card, title: card.titles.at(-1) }),
    follows: ({ changes: { on } }) => (on === undefined ? {} : { dueOn: on }),
  }),
  PlaceCard: correction({
    event: "CardPlaced",
    does: say("sửa nơi", "place it"),
    reason: text(say("vì sao", "why"), 20, OFFENDERS),
    fields: { placeId: text(words, 20, NOBODY) },
    looked: looked<{ readonly found: string | null }>(),
    wanted: ({ said: { placeId }, data: { found } }) => ({ place: placeId === undefined ? undefined : found }),
  }),
  CorrectStamp: correction({
    event: "StampCorrected",
    names: { number: text(words, 20, NOBODY) },
    fields: { stamp: fieldsOf(part("StampInput", STAMP), words) },
    rules: [
      function stampIsThere({ state, data: { number } }) {
        return state.stamps.some((one) => one.number === number) ? undefined : refusals.CARD_NOT_FOUND(["number"]);
      },
    ],
    recorded: ({ stamps }, { data: { number } }) => ({ stamp: stamps.find((one) => one.number === number) }),
    told: ({ data: { number }, changes: { stamp = {} } }) => ({ number, stamp }),
  }),
  CorrectBook: correction({
    event: "BookCorrected",
    fields: {
      place: text(words, 20, NOBODY),
      pages: fieldsOfEach({ pageId: id(words) }, part("PageInput", PAGE), words, 9),
    },
    told: ({ changes: { place = null, pages = [] } }) => ({ place, pages }),
  }),
  VoidCard: voiding({ event: "CardVoided", from: ["OPEN"] }),
};
// @ts-expect-error An event that has no `changes` is told by the step.
void (() => correction({ event: "BookCorrected", fields: { place: text(words, 20, NOBODY) } }));
const cardHistory = history({
  ...{ kind: "Visit", category: "card", timeline: "VISIT", id: "cardId", words },
  ...{ statuses: STATUSES, events, blank: { place: null } },
});
const { decider } = record(cardHistory, {
  may: ["ADMIN"],
  steps,
  refusals: { notFound: refusals.CARD_NOT_FOUND, statusForbids: "CARD_STATUS_FORBIDS" },
});

const begun: CardEvent = {
  type: "CardBegun",
  data: {
    ...{ cardId: "c-1", titles: ["Cũ", "Mới"], topics: ["WATER", "LAND"], on: "2019-09-01", dueOn: "2019-09-01" },
    place: "Hà Nội",
    stamps: [
      { number: "1", by: "Sở", on: "2019-09-01" },
      { number: "2", by: "Sở", on: "2019-09-02" },
    ],
    pages: [
      { pageId: "p-1", says: "Một", note: null },
      { pageId: "p-2", says: "Hai", note: "rách" },
    ],
  },
  occurredAt: CLOCK,
};
const NOTHING = { title: null, topics: null, on: null };
const correct = (said: object) =>
  ({ type: "CorrectCard", data: { cardId: "c-1", reason: "Nhầm", ...NOTHING, ...said } }) as const;
const place = (placeId: string | null, found: string | null) =>
  ({ type: "PlaceCard", data: { cardId: "c-1", reason: "Nhầm", placeId, found } }) as const;
const told = (type: string, changes: object) =>
  ({ type, data: { cardId: "c-1", changes }, occurredAt: CLOCK, reason: "Nhầm" }) as CardEvent;

describe("a declared correction", () => {
  it("tells of what was said that which differs, in the order of its fields", () => {
    const decision = decider.decide(
      { ...correct({ topics: ["LAND"], title: "Đúng" }), meta: { now: CLOCK, occurredAt: CLOCK } as never },
      [begun].reduce(cardHistory.evolve, { status: "NONE" }),
    );
    const [event] = "events" in decision ? decision.events : [];
    expect(JSON.stringify(event?.data)).to.equal('{"cardId":"c-1","changes":{"title":"Đúng","topics":["LAND"]}}');
    given(decider, begun)
      .when(correct({ title: "Mới", topics: ["LAND"] }))
      .then(told("CardCorrected", { topics: ["LAND"] }));
  });

  it("tells what follows from the changes, and only from them", () => {
    given(decider, begun)
      .when(correct({ on: "2019-09-02" }))
      .then(told("CardCorrected", { on: "2019-09-02", dueOn: "2019-09-02" }));
    given(decider, begun)
      .when(correct({ title: "Đúng", on: "2019-09-01" }))
      .then(told("CardCorrected", { title: "Đúng" }));
  });

  it("is refused where nothing differs: said again, left out, or terms in another order", () => {
    for (const said of [{}, { title: "Mới", on: "2019-09-01" }, { topics: ["LAND", "WATER"] }])
      given(decider, begun).when(correct(said)).thenRefused("CORRECTION_CHANGES_NOTHING", []);
    given(decider, begun).when(place(null, null)).thenRefused("CORRECTION_CHANGES_NOTHING", []);
    given(decider, begun).when(place("p-1", "Hà Nội")).thenRefused("CORRECTION_CHANGES_NOTHING", []);
  });

  it("is refused by its own rules first, which know the changes", () => {
    given(decider, begun)
      .when(correct({ title: "Cũ" }))
      .thenRefused("CARD_TITLE_AS_BEFORE", ["title"]);
  });

  it("tells what is wanted where that is not what was said, none at all too", () => {
    given(decider, begun)
      .when(place("p-2", "Huế"))
      .then(told("CardPlaced", { place: "Huế" }));
    given(decider, begun)
      .when(place("p-3", null))
      .then(told("CardPlaced", { place: null }));
  });

  it("changes the record as its event says, or by the changes themselves", () => {
    const all = [
      begun,
      told("CardCorrected", { title: "Đúng", on: "2019-09-02" }),
      told("CardPlaced", { place: null }),
    ];
    const { stamps, pages } = begun.data;
    expect(all.reduce(cardHistory.evolve, { status: "NONE" })).to.deep.equal({
      ...{ stamps, pages },
      ...{ status: "OPEN", titles: ["Cũ", "Đúng"], topics: ["WATER", "LAND"] },
      ...{ on: "2019-09-02", dueOn: "2019-09-01", place: null },
    });
  });

  it("asks for the reason and lets each field be left out", () => {
    const { fields, note, does } = steps.CorrectCard;
    expect(Object.entries(fields).map(([name, { optional = false }]) => [name, optional])).to.deep.equal([
      ["reason", false],
      ...["title", "topics", "on"].map((name) => [name, true]),
    ]);
    expect([note, does.en]).to.deep.equal(["What is absent stays as it is. The last title.", "correct the record"]);
    expect([steps.PlaceCard.does.en, steps.PlaceCard.fields.reason.words.en]).to.deep.equal(["place it", "why"]);
    expect(Object.values(steps).map((one) => stepKindOf(one, events))).to.deep.equal([
      ...Array<string>(4).fill("CORRECTS"),
      "VOIDS",
    ]);
  });
});

describe("a declared correction of a part of a record", () => {
  const NO_STAMP = { by: null, on: null };
  const stamp = (number: string, said: object | null) =>
    ({
      type: "CorrectStamp",
      data: { cardId: "c-1", reason: "Nhầm", number, stamp: said && { ...NO_STAMP, ...said } },
    }) as const;
  const page = (pageId: string, said: object) => ({ pageId, says: null, note: null, ...said });
  const book = (said: object) =>
    ({ type: "CorrectBook", data: { cardId: "c-1", reason: "Nhầm", place: null, pages: null, ...said } }) as const;
  const tells = (type: string, data: object) =>
    ({ type, data: { cardId: "c-1", ...data }, occurredAt: CLOCK, reason: "Nhầm" }) as CardEvent;

  it("tells which it is, and what of it differs, in the event's own shape", () => {
    const corrected = tells("StampCorrected", { number: "2", stamp: { on: "2019-09-03" } });
    given(decider, begun)
      .when(stamp("2", { by: "Sở", on: "2019-09-03" }))
      .then(corrected);
    const after = [begun, corrected].reduce(cardHistory.evolve, { status: "NONE" });
    expect("stamps" in after && after.stamps.map(({ by, on }) => [by, on])).to.deep.equal([
      ["Sở", "2019-09-01"],
      ["Sở", "2019-09-03"],
    ]);
  });

  it("tells of several those of which anything differs, beside the record's own fields", () => {
    given(decider, begun)
      .when(book({ place: "Huế", pages: [page("p-1", { says: "Một" }), page("p-2", { says: "2", note: "rách" })] }))
      .then(tells("BookCorrected", { place: "Huế", pages: [{ pageId: "p-2", changes: { says: "2" } }] }));
    given(decider, begun)
      .when(book({ place: "Hà Nội", pages: [page("p-1", { note: "mờ" })] }))
      .then(tells("BookCorrected", { place: null, pages: [{ pageId: "p-1", changes: { note: "mờ" } }] }));
  });

  it("is refused where nothing of it differs, and by its own rules first", () => {
    for (const said of [stamp("1", null), stamp("1", {}), stamp("1", { by: "Sở", on: "2019-09-01" })])
      given(decider, begun).when(said).thenRefused("CORRECTION_CHANGES_NOTHING", []);
    for (const said of [{}, { pages: [] }, { place: "Hà Nội", pages: [page("p-1", { says: "Một" })] }])
      given(decider, begun).when(book(said)).thenRefused("CORRECTION_CHANGES_NOTHING", []);
    given(decider, begun)
      .when(stamp("3", { by: "Bộ" }))
      .thenRefused("CARD_NOT_FOUND", ["number"]);
  });

  it("asks which part it is of, and lets each of the part's fields be left out", () => {
    const { number, reason, stamp: of } = steps.CorrectStamp.fields;
    expect([number, reason, of].map(({ optional = false }) => optional)).to.deep.equal([false, false, true]);
    const { pages } = steps.CorrectBook.fields;
    const parts = [of, pages].map((field) => ("part" in field ? field.part.fields : {}));
    expect(parts.map((fields) => Object.entries(fields).map(([name, { optional }]) => [name, optional]))).to.deep.equal(
      [
        [
          ["by", true],
          ["on", true],
        ],
        [
          ["pageId", undefined],
          ["says", true],
          ["note", true],
        ],
      ],
    );
  });

  it("touches the part alone, and with fields of the record's own what all corrections touch", () => {
    const touched = (event: CardEvent): readonly string[] | undefined =>
      (cardHistory.events[event.type] as AnyEvent).touches?.(event.data as never);
    expect(touched(tells("StampCorrected", { number: "2", stamp: {} }))).to.deep.equal(["2"]);
    const pages = [{ pageId: "p-1", changes: {} }];
    expect(touched(tells("BookCorrected", { place: null, pages }))).to.deep.equal(["p-1"]);
    const [own] = touched(told("CardPlaced", { place: "Huế" })) ?? [];
    expect(touched(tells("BookCorrected", { place: "Huế", pages }))).to.deep.equal([own, "p-1"]);
  });
});

describe("a record that is void", () => {
  const voided: CardEvent = { type: "CardVoided", data: { cardId: "c-1" }, occurredAt: CLOCK, reason: "Nhầm" };
  const voidIt = { type: "VoidCard", data: { cardId: "c-1", reason: "Nhầm" } } as const;

  it("is so by one event that tells nothing more, and is not corrected", () => {
    given(decider, begun).when(voidIt).then(voided);
    given(decider, begun, voided).when(voidIt).thenRefused("CARD_STATUS_FORBIDS");
    given(decider, begun, voided)
      .when(correct({ title: "Đúng" }))
      .thenRefused("CARD_STATUS_FORBIDS");
  });
});
