import { useEffect, useRef, useState } from "preact/hooks";
import { capital, termWords } from "../catalog.ts";
import { hasDrafts, leaveDevice } from "../kept.ts";
import { OURS } from "../ledger/ask.ts";
import { UnitsToWorkFor } from "../../generated/documents.ts";
import { useAnswer } from "../ledger/useAnswer.ts";
import { loadViewer, loginState, type LoginState, type Role, useViewer } from "../viewer.ts";
import { useLanguage, useWords } from "../words/words.ts";

interface RoleChoice {
  readonly role: Role;
  readonly vi: string;
  readonly en: string;
  readonly needsUnit: boolean;
}

/** Who one is: a login where there is one, a choice of roles on a developer's own machine. */
export function Who() {
  const words = useWords();
  const language = useLanguage();
  const viewer = useViewer();
  const [state, setState] = useState<LoginState>({ login: "NONE", signedIn: false });
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => void loginState().then(setState), [viewer]);
  if (state.login === "NONE" && viewer.subject === null) return null;
  const role = viewer.subject === null ? words.who.public : capital(termWords("Role", viewer.role, language));
  const name = viewer.unit ? `${role} · ${viewer.unit.name}` : role;
  return (
    <div class="who">
      {viewer.ended && <span class="fault">{words.who.ended}</span>}
      {state.login === "ROLES" ? (
        <button type="button" onClick={() => dialog.current?.showModal()}>
          {name}
        </button>
      ) : (
        <span>{name}</span>
      )}
      {state.login === "OPENID" &&
        (viewer.subject === null ? (
          <ToIssuer />
        ) : (
          <button type="button" onClick={() => void signOut(viewer.subject, words.who.dropsDrafts)}>
            {words.who.signOut}
          </button>
        ))}
      {state.login === "ROLES" && (
        <dialog ref={dialog} aria-label={words.who.choose}>
          <Roles close={() => dialog.current?.close()} />
        </dialog>
      )}
    </div>
  );
}

function ToIssuer() {
  const words = useWords();
  return (
    <a class="button" href={`/login?to=${encodeURIComponent(location.pathname + location.search)}`}>
      {words.who.signIn}
    </a>
  );
}

/** Of what is not for everybody: that it is not, and to whom nobody is yet, the way in. */
export function NotForYou({ says }: { readonly says?: string }) {
  const words = useWords();
  const viewer = useViewer();
  const [{ login }, setState] = useState<LoginState>({ login: "NONE", signedIn: false });
  const dialog = useRef<HTMLDialogElement>(null);
  const isNobody = viewer.subject === null;
  useEffect(() => {
    if (isNobody) void loginState().then(setState);
  }, [isNobody]);
  if (!isNobody) return <p class="notice">{says ?? words.who.notYours}</p>;
  return (
    <div class="notice way-in" role="status">
      {says ?? words.who.needed} {login === "OPENID" && <ToIssuer />}
      {login === "ROLES" && (
        <>
          <button type="button" onClick={() => dialog.current?.showModal()}>
            {words.who.signIn}
          </button>
          <dialog ref={dialog} aria-label={words.who.choose}>
            <Roles close={() => dialog.current?.close()} />
          </dialog>
        </>
      )}
    </div>
  );
}

/** @param dropsDrafts asks whoever has typed what is not saved */
async function signOut(subject: string | null, dropsDrafts: string): Promise<void> {
  if (subject !== null && hasDrafts(subject) && !confirm(dropsDrafts)) return;
  const response = await fetch("/logout", { method: "POST", headers: OURS });
  if (subject !== null && response.ok) leaveDevice(subject);
  const { to } = ((await response.json().catch(() => ({}))) ?? {}) as { readonly to?: string };
  if (to) return location.assign(to);
  await loadViewer();
}

/** On a developer's own machine: one click makes one somebody. */
function Roles({ close }: { readonly close: () => void }) {
  const words = useWords();
  const language = useLanguage();
  const viewer = useViewer();
  const [roles, setRoles] = useState<readonly RoleChoice[]>([]);
  const units = useAnswer(UnitsToWorkFor, {}, { still: true, noted: false }).data?.units.nodes ?? [];
  const [unit, setUnit] = useState(viewer.unit?.id ?? "");
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    void fetch("/login/roles", { headers: OURS })
      .then(async (response) => setRoles((await response.json()) as readonly RoleChoice[]))
      .catch(() => setFault(words.faults.OFFLINE));
  }, []);
  const chosen = unit === "" ? (units[0]?.id ?? "") : unit;
  const take = async ({ role, needsUnit }: RoleChoice): Promise<void> => {
    const response = await fetch("/login/as", {
      method: "POST",
      headers: { ...OURS, "content-type": "application/json" },
      body: JSON.stringify({ role, unitId: needsUnit ? chosen : null }),
    });
    if (!response.ok) {
      const { errors } = (await response.json().catch(() => ({}))) as {
        errors?: readonly { message: string; messageVi?: string }[];
      };
      const [error] = errors ?? [];
      return setFault((language === "vi" ? error?.messageVi : undefined) ?? error?.message ?? words.faults.BAD_REQUEST);
    }
    await loadViewer();
    close();
  };
  return (
    <div class="roles">
      <h2>{words.who.choose}</h2>
      {fault && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      <ul class="plain">
        {roles.map((choice) => (
          <li key={choice.role}>
            <button type="button" aria-pressed={viewer.role === choice.role} onClick={() => void take(choice)}>
              {capital(choice[language])}
            </button>
            {choice.needsUnit && (
              <select
                aria-label={words.who.unit}
                value={chosen}
                onChange={(event) => setUnit(event.currentTarget.value)}
              >
                {units.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </li>
        ))}
        <li>
          <button
            type="button"
            aria-pressed={viewer.subject === null}
            onClick={() => void signOut(viewer.subject, words.who.dropsDrafts).then(close)}
          >
            {words.who.public}
          </button>
        </li>
      </ul>
      <button type="button" class="quiet-button" onClick={close}>
        {words.tools.close}
      </button>
    </div>
  );
}
