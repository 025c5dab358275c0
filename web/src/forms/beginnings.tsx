import { capital, type Form, type KindEntry } from "../catalog.ts";
import { href } from "../place.ts";
import { useViewer } from "../viewer.ts";
import { useLanguage } from "../words/words.ts";

/** What is begun on a screen that is shaped for it. */
const OWN_SCREENS: Readonly<Record<string, string>> = { registerVisit: "/visit/new" };

/** Whether a step is one for the role. */
export const isFor = ({ roles }: Pick<Form, "roles">, role: string): boolean => roles.some((one) => one === role);

/** What begins a record of the kind, for those whose role may. */
export function Beginnings({ kind, back = null }: { readonly kind: KindEntry; readonly back?: string | null }) {
  const language = useLanguage();
  const { role } = useViewer();
  const may = kind.begins.filter((step) => isFor(step, role));
  if (may.length === 0) return null;
  return (
    <p class="buttons">
      {may.map(({ mutation, words: does }) => (
        <a key={mutation} class="button" href={href(OWN_SCREENS[mutation] ?? `/new/${mutation}`, { back })}>
          {capital(does[language])}
        </a>
      ))}
    </p>
  );
}
