import { useEffect, useRef, useState } from "preact/hooks";
import { capital, termWords } from "../catalog.ts";
import { OURS } from "../ledger/ask.ts";
import { restartHead } from "../ledger/head.ts";
import { loadViewer, loginState, type LoginState, type Role, useViewer } from "../viewer.ts";
import { useLanguage, useWords } from "../words/words.ts";
import { RefInput } from "../forms/refInput.tsx";

interface RoleChoice {
  readonly role: Role;
  readonly words: { readonly vi: string; readonly en: string };
}

/** Who one is: a login where there is one, a choice of roles on a developer's own machine. */
export function Who({ ended }: { readonly ended: boolean }) {
  const words = useWords();
  const language = useLanguage();
  const viewer = useViewer();
  const [state, setState] = useState<LoginState>({ login: "NONE", signedIn: false });
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => void loginState().then(setState), [viewer]);
  if (state.login === "NONE" && viewer.subject === null) return null;
  const name = viewer.subject === null ? words.who.public : capital(termWords("Role", viewer.role, language));
  const signIn = `/login?to=${encodeURIComponent(location.pathname + location.search)}`;
  return (
    <div class="who">
      {ended && <span class="fault">{words.who.ended}</span>}
      {state.login === "ROLES" ? (
        <button type="button" onClick={() => dialog.current?.showModal()}>
          {name}
        </button>
      ) : (
        <span>{viewer.unit ? `${name} · ${viewer.unit.name}` : name}</span>
      )}
      {state.login === "OPENID" &&
        (viewer.subject === null ? (
          <a class="button" href={signIn}>
            {words.who.signIn}
          </a>
        ) : (
          <button type="button" onClick={() => void signOut()}>
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

async function signOut(): Promise<void> {
  const response = await fetch("/logout", { method: "POST", headers: OURS });
  const { to } = ((await response.json().catch(() => ({}))) ?? {}) as { readonly to?: string };
  if (to) return location.assign(to);
  await loadViewer();
  restartHead();
}

function Roles({ close }: { readonly close: () => void }) {
  const words = useWords();
  const language = useLanguage();
  const viewer = useViewer();
  const [roles, setRoles] = useState<readonly RoleChoice[]>([]);
  const [unit, setUnit] = useState<string | null>(viewer.unit?.id ?? null);
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    void fetch("/login/roles", { headers: OURS })
      .then(async (response) => setRoles((await response.json()) as readonly RoleChoice[]))
      .catch(() => setFault(words.faults.OFFLINE));
  }, []);
  const take = async (role: Role | null): Promise<void> => {
    const [path, body] =
      role === null
        ? ["/logout", undefined]
        : ["/login/as", JSON.stringify({ role, unitId: role === "CLERK" ? unit : null })];
    const response = await fetch(path, {
      method: "POST",
      headers: body === undefined ? OURS : { ...OURS, "content-type": "application/json" },
      ...(body === undefined ? {} : { body }),
    });
    if (!response.ok) {
      const { errors } = (await response.json().catch(() => ({}))) as {
        errors?: readonly { message: string; messageVi?: string }[];
      };
      const [error] = errors ?? [];
      return setFault((language === "vi" ? error?.messageVi : undefined) ?? error?.message ?? words.faults.BAD_REQUEST);
    }
    await loadViewer();
    restartHead();
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
      <RefInput label={words.who.unit} kind="Unit" value={unit} onValue={setUnit} />
      <ul class="plain">
        {roles.map(({ role, words: called }) => (
          <li key={role}>
            <button type="button" aria-pressed={viewer.role === role} onClick={() => void take(role)}>
              {capital(called[language])}
            </button>
          </li>
        ))}
        <li>
          <button type="button" aria-pressed={viewer.subject === null} onClick={() => void take(null)}>
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
