import { capital, catalog } from "../../catalog.ts";
import { isFor } from "../../forms/beginnings.tsx";
import { href } from "../../place.ts";
import { useViewer } from "../../viewer.ts";
import { useLanguage, useWords } from "../../words/words.ts";

/** All kinds of records: their lists, and what begins one. */
export function Kinds() {
  const words = useWords();
  const language = useLanguage();
  const { role } = useViewer();
  return (
    <>
      <h1>{words.nav.records}</h1>
      <ul class="kinds">
        {catalog.kinds.map(({ kind, words: called, begins }) => (
          <li key={kind}>
            <a href={href(`/records/${kind}`)}>{capital(called[language])}</a>
            {begins
              .filter((step) => isFor(step, role))
              .map(({ mutation, words: does }) => (
                <a key={mutation} class="quiet-button" href={href(`/new/${mutation}`)}>
                  + {capital(does[language])}
                </a>
              ))}
          </li>
        ))}
      </ul>
    </>
  );
}
