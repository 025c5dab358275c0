import type { LocalDate } from "../kernel/time.js";
import type { SeizureEvent } from "./seizure.js";

/** The day on which the papers say that it was done; null for what changes the record only. */
export function paperDayOf(event: SeizureEvent): LocalDate | null {
  switch (event.type) {
    case "ExhibitsSeized":
      return event.data.seizedOn;
    case "SeizureExtended":
      return event.data.extendedOn;
    case "ExhibitsCounted":
      return event.data.countedOn;
    case "ExhibitsMoved":
      return event.data.movedOn;
    case "ExhibitsUnsealed":
      return event.data.unsealedOn;
    case "ExhibitsResealed":
      return event.data.resealedOn;
    case "UnclaimedExhibitsAnnounced":
      return event.data.announcedOn;
    case "ExhibitsReturned":
      return event.data.returnedOn;
    case "ExhibitsConfiscated":
      return event.data.confiscatedOn;
    case "ExhibitDiscrepancyRecorded":
      return event.data.foundOn;
    case "ExhibitsDestroyed":
      return event.data.destroyedOn;
    case "ExhibitsTransferred":
      return event.data.transferredOn;
    case "ExhibitsSold":
      return event.data.soldOn;
    case "ConfiscationRevoked":
      return event.data.revokedOn;
    case "ExhibitLotSplit":
    case "ExhibitLotsMerged":
    case "InventoryCorrected":
    case "SeizureVoided":
      return null;
    default:
      return event satisfies never;
  }
}
