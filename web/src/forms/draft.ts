import { useMemo, useRef, useState } from "preact/hooks";
import { useViewer } from "../viewer.ts";
import { newCommandId } from "./command.ts";
import type { Values } from "./declared.tsx";
import { keep, keptOf } from "../kept.ts";

/** What was typed into the form of a step and is not in the ledger yet. */
export interface Draft {
  /** It is one command however often it is sent. */
  readonly commandId: string;
  readonly values: Values;
  readonly occurredAt: string | null;
  readonly lateEntryReason: string | null;
}

interface DraftOnDevice {
  readonly draft: Draft;
  /** It was there when the form was opened. */
  readonly isKept: boolean;
  readonly change: (part: Partial<Draft>) => void;
  readonly forget: () => void;
}

/**
 * A draft that stays on the device until it is in the ledger, or dropped.
 * @param what of which form and record it is
 * @param first what stands in the fields at first
 */
export function useDraft(what: string, first: Values): DraftOnDevice {
  const { subject } = useViewer();
  const kept = useMemo(() => (subject === null ? null : keptOf<Draft>(subject, what)), [what, subject]);
  const [draft, setDraft] = useState<Draft>(
    kept ?? { commandId: newCommandId(), values: first, occurredAt: null, lateEntryReason: null },
  );
  // What is changed after a wait, as by a refusal, is what was typed meanwhile.
  const latest = useRef(draft);
  const keepAs = (value: Draft | null): void => {
    if (subject !== null) keep(subject, what, value);
  };
  return {
    draft,
    isKept: kept !== null,
    change: (part) => {
      const changed = { ...latest.current, ...part };
      latest.current = changed;
      setDraft(changed);
      keepAs(changed);
    },
    forget: () => keepAs(null),
  };
}
