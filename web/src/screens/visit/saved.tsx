import { useNames } from "../../forms/refInput.tsx";
import { RecordLink } from "../../parts/shown.tsx";
import { usePair } from "../../words/words.ts";
import { WORDS } from "./words.ts";

export interface SavedVisit {
  readonly id: string;
  readonly title: string;
}

/** What was entered just now, the latest first, and what is told of it. */
export function Saved({ visits, told }: { readonly visits: readonly SavedVisit[]; readonly told: string | undefined }) {
  const own = usePair(WORDS);
  const nameOf = useNames(visits.map(({ id }) => id));
  return (
    <div role="status" class="saved">
      {told && <p class="notice">{told}</p>}
      {visits.length > 0 && (
        <div class="notice done">
          <p>{own.saved}</p>
          <ul class="plain">
            {visits.map(({ id, title }) => (
              <li key={id}>
                <RecordLink of={{ id, title: nameOf(id) === "…" ? title : nameOf(id) }} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
