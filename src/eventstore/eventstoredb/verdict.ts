import type { BatchAppendResp, AppendResp } from "@eventstore/db-client/generated/streams_pb.js";
import type { Status } from "@eventstore/db-client/generated/status_pb.js";
import shared from "@eventstore/db-client/generated/shared_pb.js";
import type { ExpectedRevision, Position, Revision } from "../contract.js";
import { START } from "../contract.js";
import type { Fault } from "./faults.js";
import { NOT_ALLOWED, StreamTombstoned, finalError, judge } from "./faults.js";

/** What came of one try of an append. */
export type Verdict =
  /** `position` is absent when the server, repeating an old answer, does not know it. */
  | { readonly kind: "appended"; readonly revision: Revision; readonly position: Position | undefined }
  | { readonly kind: "wrong-revision"; readonly actual: ExpectedRevision }
  | { readonly kind: "too-large"; readonly maxBytes: number }
  | { readonly kind: "tombstoned" }
  | { readonly kind: "failed"; readonly fault: Fault };

type Success = BatchAppendResp.Success | AppendResp.Success;

export function verdictOfBatch(response: BatchAppendResp): Verdict {
  const success = response.getSuccess();
  if (success !== undefined) return appended(success);
  const status = response.getError();
  return status === undefined ? unexplained("The answer says nothing.") : verdictOfStatus(status);
}

export function verdictOfSingle(response: AppendResp): Verdict {
  const success = response.getSuccess();
  if (success !== undefined) return appended(success);
  const wrong = response.getWrongExpectedVersion();
  if (wrong === undefined) return unexplained("The answer says nothing.");
  return wrongRevision(wrong.hasCurrentRevision() ? wrong.getCurrentRevision() : undefined);
}

/** The error of a call that carried one append. */
export function verdictOfError(error: unknown): Verdict {
  const fault = judge(error);
  if ("maxAppendSize" in fault.error) return { kind: "too-large", maxBytes: Number(fault.error.maxAppendSize) };
  if (finalError(fault.error) instanceof StreamTombstoned) return { kind: "tombstoned" };
  return { kind: "failed", fault };
}

const IN_PACKAGE = "event_store.client.";

/** In the batch call errors travel in answers, each with its kind as the name of a message type. */
function verdictOfStatus(status: Status): Verdict {
  const details = status.getDetails();
  const type = details?.getTypeName() ?? "";
  const bytes = details?.getValue_asU8() ?? new Uint8Array();
  const failed = (message: string, also: Partial<Fault>): Verdict => ({
    kind: "failed",
    fault: { error: new Error(message), passing: true, unsent: false, reconnect: false, ...also },
  });
  switch (type.startsWith(IN_PACKAGE) ? type.slice(IN_PACKAGE.length) : type) {
    case "WrongExpectedVersion": {
      const wrong = shared.WrongExpectedVersion.deserializeBinary(bytes);
      return wrongRevision(wrong.hasCurrentStreamRevision() ? wrong.getCurrentStreamRevision() : undefined);
    }
    case "StreamDeleted":
      return { kind: "tombstoned" };
    case "MaximumAppendSizeExceeded":
      return {
        kind: "too-large",
        maxBytes: shared.MaximumAppendSizeExceeded.deserializeBinary(bytes).getMaxappendsize(),
      };
    case "AccessDenied":
      return failed("Access denied.", { passing: false, unsent: true, explanation: NOT_ALLOWED });
    case "BadRequest":
      return failed("EventStoreDB calls the append a bad request.", { passing: false, unsent: true });
    case "Timeout":
      return failed("EventStoreDB could not finish the write in time.", {});
    default:
      // A node that cannot serve now says so in words only, beside an empty message.
      return { kind: "failed", fault: judge(new Error(status.getMessage() || `EventStoreDB answered ${type}.`)) };
  }
}

const unexplained = (message: string): Verdict => ({
  kind: "failed",
  fault: { error: new Error(message), passing: true, unsent: false, reconnect: false },
});

function appended(success: Success): Verdict {
  const position = success.getPosition();
  const known = position === undefined ? undefined : number(position.getCommitPosition());
  return {
    kind: "appended",
    revision: Number(success.getCurrentRevision()),
    position: known !== undefined && known > START ? known : undefined,
  };
}

function wrongRevision(current: string | undefined): Verdict {
  const revision = current === undefined ? undefined : number(current);
  return { kind: "wrong-revision", actual: revision ?? "no_stream" };
}

/** Undefined for the server's "none", which arrives as the largest number there is. */
function number(digits: string): number | undefined {
  const value = Number(digits);
  return Number.isSafeInteger(value) ? value : undefined;
}
