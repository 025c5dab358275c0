import fc from "fast-check";
import type { LineCopies } from "../../../src/domain/seizure/fields.js";
import type { Seizure } from "../../../src/domain/seizure/seizure.js";
import * as x from "./facts.js";

/** A command that is made for a seizure as it stands, so that most are accepted; some ask for too much. */
export type Act = (seizure: Seizure, nth: number) => x.SeizureStep;

const place = fc.nat({ max: 20 });
const copies = fc.integer({ min: 0, max: 120 });
const decision = fc.constantFrom("d-1", "d-2");
const standing = (sanctionId: string): ReturnType<typeof x.sanction> => x.sanction({ sanctionId });
const decidedBy = (sanctionId: string) => ({ sanctionId, sanction: standing(sanctionId) });
const lineAt = ({ lines }: Seizure, at: number): string => lines[at % lines.length]?.lineId ?? "";
const some = (seizure: Seizure, at: number, count: number): LineCopies[] => [x.of(lineAt(seizure, at), count)];

const disposal = fc.tuple(
  fc.constantFrom("DestroyExhibits", "TransferExhibits", "SellExhibits"),
  place,
  copies,
  decision,
);
export const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(place, copies).map(
    ([at, n]): Act =>
      (s) =>
        x.step("ReturnExhibits", { ...x.good.give, lines: some(s, at, n) }),
  ),
  fc.tuple(place, copies, decision).map(
    ([at, n, by]): Act =>
      (s) =>
        x.step("ConfiscateExhibits", { ...x.good.confiscate, ...decidedBy(by), lines: some(s, at, n) }),
  ),
  disposal.map(([type, at, n, by]): Act => (s) => {
    // Where there is something to dispose of, now and then one more than there is.
    const full = s.lines.find((line) => line.confiscations.some((one) => one.sanctionId === by && one.held > 0));
    const held = full?.confiscations.find((one) => one.sanctionId === by)?.held ?? 0;
    const lines = full ? [x.of(full.lineId, 1 + (n % (held + 1)))] : some(s, at, n);
    const decided = decidedBy(by);
    if (type === "DestroyExhibits") return x.step(type, { ...x.good.destroy, ...decided, lines });
    if (type === "TransferExhibits") return x.step(type, { ...x.good.transfer, ...decided, lines });
    return x.step("SellExhibits", { ...x.good.sell, ...decided, lines });
  }),
  fc.tuple(fc.constantFrom("MISSING", "SURPLUS", "DAMAGED"), place, copies, fc.option(decision)).map(
    ([kind, at, n, sanctionId]): Act =>
      (s) =>
        x.step("RecordExhibitDiscrepancy", { ...x.good.discrepancy, kind, sanctionId, lines: some(s, at, n) }),
  ),
  fc
    .tuple(place, fc.integer({ min: -5, max: 5 }), fc.constantFrom("CORRECTION", "DISCREPANCY"))
    .map(([at, by, difference]): Act => (s) => {
      const lineId = lineAt(s, at);
      const held = s.lines.find((line) => line.lineId === lineId)?.inCustody ?? 0;
      return x.step("CountExhibits", { ...x.good.count, counts: [x.of(lineId, held + by)], difference });
    }),
  fc.tuple(decision, fc.boolean()).map(([by, carried]): Act => () => {
    const carriedOverTo = carried ? standing(by === "d-1" ? "d-2" : "d-1") : null;
    return x.step("RevokeConfiscation", { ...x.good.revoke, sanction: x.annulled({ sanctionId: by }), carriedOverTo });
  }),
  fc.tuple(place, copies).map(
    ([at, n]): Act =>
      (s, nth) =>
        x.step("SplitExhibitLot", {
          ...x.good.split,
          lineId: lineAt(s, at),
          copies: n,
          newLineId: `new-${nth}`,
          sealNumber: null,
        }),
  ),
  fc.tuple(place, place).map(
    ([into, from]): Act =>
      (s) =>
        x.step("MergeExhibitLots", { lineId: lineAt(s, into), fromLineId: lineAt(s, from), reason: "Gộp" }),
  ),
  fc.tuple(place, copies).map(
    ([at, n]): Act =>
      (s) =>
        x.step("CorrectInventory", {
          lines: [{ lineId: lineAt(s, at), copies: n }],
          dueOn: null,
          reason: "Đính chính",
        }),
  ),
  fc.constant<Act>(() => x.step("UnsealExhibits", x.good.unseal)),
);
