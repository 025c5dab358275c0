import type { Path } from "../kernel/refusal.js";
import type { SeizureStep } from "./commands.js";

/** A line that a command names, with how many of it, if it says. */
export interface NamedLine {
  readonly lineId: string;
  readonly copies: number | null;
  readonly path: Path;
}

/** The lines that a command names; undefined for one that speaks of the seizure as a whole. */
export function linesNamedBy(command: SeizureStep): readonly NamedLine[] | undefined {
  switch (command.type) {
    case "CountExhibits":
      return command.data.counts.map((one, at) => ({ ...one, path: ["counts", at, "lineId"] }));
    case "MoveExhibits":
    case "UnsealExhibits":
      return command.data.lineIds?.map((lineId, at) => ({ lineId, copies: null, path: ["lineIds", at] }));
    case "ResealExhibits":
      return command.data.seals.map(({ lineId }, at) => ({ lineId, copies: null, path: ["seals", at, "lineId"] }));
    case "ReturnExhibits":
    case "ConfiscateExhibits":
    case "RecordExhibitDiscrepancy":
    case "DestroyExhibits":
    case "TransferExhibits":
    case "SellExhibits":
      return command.data.lines.map(({ lineId, copies }, at) => ({ lineId, copies, path: ["lines", at, "lineId"] }));
    case "SplitExhibitLot": {
      const { lineId, copies } = command.data;
      return [{ lineId, copies, path: ["lineId"] }];
    }
    case "MergeExhibitLots":
      return [
        { lineId: command.data.lineId, copies: null, path: ["lineId"] },
        { lineId: command.data.fromLineId, copies: null, path: ["fromLineId"] },
      ];
    case "CorrectInventory": {
      const { lines } = command.data;
      const named = lines.map(({ lineId, changes }, at) => {
        return { lineId, copies: changes.copies ?? null, path: ["lines", at, "lineId"] };
      });
      return named.length === 0 ? undefined : named;
    }
    case "ExtendSeizure":
    case "AnnounceUnclaimedExhibits":
    case "RevokeConfiscation":
    case "VoidSeizure":
      return undefined;
    default:
      return command satisfies never;
  }
}
