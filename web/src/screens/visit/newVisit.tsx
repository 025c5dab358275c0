import { useRef } from "preact/hooks";
import { useAsOf } from "../../asOf.ts";
import { capital, type Form, kindOf, type KindSheet, useSheet, useTerms } from "../../catalog.ts";
import { Chooser } from "../../forms/chooser.tsx";
import { fieldAfter } from "../../forms/nextField.ts";
import { TextInput } from "../../forms/inputs.tsx";
import { hrefWith, usePlace } from "../../place.ts";
import { useViewer } from "../../viewer.ts";
import { useLanguage, usePair, useWords } from "../../words/words.ts";
import { blankDraft, dayOfVisit, inLedger } from "./draft.ts";
import { Duplicates } from "./duplicates.tsx";
import { labelIn, NewReporterFields } from "./newReporter.tsx";
import { OutcomeFields, Papers } from "./papers.tsx";
import { Hosts, People, useLateVisitors } from "./people.tsx";
import { focusFirst, useEntering } from "./entering.ts";
import { Saved } from "./saved.tsx";
import { WhenFields } from "./when.tsx";
import { WORDS } from "./words.ts";

const AT_THE_DOOR = ["CLERK", "PRESS_OFFICER", "ADMIN"];

/** A visit in one saving: who came to whom about what, what they showed, and what came of it. */
export function NewVisit() {
  const words = useWords();
  const language = useLanguage();
  const { role, unit } = useViewer();
  const asOf = useAsOf();
  const mended = usePlace().query.get("mend") ?? "";
  const visit = kindOf("Visit");
  const form = useSheet<KindSheet>(visit?.sheet)?.forms.find(({ mutation }) => mutation === "registerVisit");
  const reporter = useSheet<KindSheet>(kindOf("Reporter")?.sheet)?.forms.find(
    ({ mutation }) => mutation === "registerReporter",
  );
  const terms = useTerms();
  useLateVisitors(unit?.id ?? null);
  if (!AT_THE_DOOR.includes(role)) return <p class="notice">{words.who.notYours}</p>;
  return (
    <article class="visit">
      <h1>{words.nav.newVisit}</h1>
      {asOf !== null ? (
        <p class="notice">
          {words.form.onlyNow} <a href={hrefWith({ asof: null })}>{words.asOf.back}</a>
        </p>
      ) : form && reporter && terms ? (
        <VisitForm key={mended} form={form} reporterForm={reporter} />
      ) : (
        <p class="quiet waiting" lang={language}>
          {words.common.loading}
        </p>
      )}
    </article>
  );
}

function VisitForm({ form, reporterForm }: { readonly form: Form; readonly reporterForm: Form }) {
  const own = usePair(WORDS);
  const words = useWords();
  const language = useLanguage();
  const { unit, role } = useViewer();
  const isClerk = role === "CLERK";
  const terms = useTerms();
  const element = useRef<HTMLFormElement>(null);
  const { draft, change, latest, kept, begin, submit, faults, said, told, setTold, sending, saved } = useEntering(
    form,
    element,
  );

  const faultAt = (path: string): string | undefined => faults[path]?.[language];
  const parts = { draft, change, faultAt };
  const label = (path: string): string => labelIn(form.fields, [path], language);
  const topics = Object.entries(terms?.["VisitTopic"] ?? {}).map(([id, called]) => ({
    id,
    title: capital(called[language]),
    more: "",
  }));
  const hostIds = draft.hosts.length > 0 ? inLedger(draft.hosts) : unit ? [unit.id] : [];
  const isAhead = draft.when === "APPOINTMENT";
  return (
    <>
      <Saved visits={saved} told={told} />
      {kept && (
        <p class="quiet">
          {words.form.draft}{" "}
          <button type="button" class="quiet-button" onClick={() => begin(blankDraft())}>
            {own.dropDraft}
          </button>
        </p>
      )}
      <form
        ref={element}
        class="visit-form"
        noValidate
        aria-label={capital(form.words[language])}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
        onKeyDown={(event) => onKey(event, () => void submit())}
      >
        {isClerk && <Hosts {...parts} form={form} />}
        <People {...parts} />
        {draft.newReporter && (
          <NewReporterFields
            one={draft.newReporter}
            form={reporterForm}
            change={(part) => {
              const { newReporter } = latest.current;
              if (newReporter) change({ newReporter: { ...newReporter, ...part } });
            }}
            onCancel={() => {
              change({ newReporter: null });
              focusFirst(element.current);
            }}
            onRegistered={(option, isKept) => {
              change({ newReporter: null, reporters: [...latest.current.reporters, option] });
              setTold(isKept ? own.keptReporter(option.title) : own.registered(option.title));
              focusFirst(element.current);
            }}
          />
        )}
        {!isClerk && <Hosts {...parts} form={form} />}
        <Duplicates reporterIds={inLedger(draft.reporters)} hostIds={hostIds} day={dayOfVisit(draft)} />
        <div class="row about">
          <Chooser
            label={label("topic")}
            required
            known={topics}
            chosen={topics.find(({ id }) => id === draft.topic) ?? null}
            onPick={({ id }) => change({ topic: id })}
            onClear={() => change({ topic: null })}
            fault={faultAt("topic")}
          />
          <TextInput
            label={label("subject")}
            required
            max={500}
            value={draft.subject}
            onText={(text) => change({ subject: text })}
            fault={faultAt("subject")}
          />
        </div>
        <WhenFields {...parts} />
        {isAhead ? (
          <p class="quiet">{own.noResultYet}</p>
        ) : (
          <>
            <Papers {...parts} form={form} />
            <OutcomeFields {...parts} form={form} />
          </>
        )}
        {said && (
          <p class="notice fault" role="alert">
            {typeof said === "string" ? said : said[language]}
          </p>
        )}
        <p class="buttons">
          <button type="submit" class="main" disabled={sending}>
            {sending ? words.form.sending : words.common.save}
          </button>
          <span class="quiet keys">{own.hint}</span>
        </p>
      </form>
    </>
  );
}

/** Enter goes to the next field, as in a table of figures; with Ctrl it saves, from wherever one is. */
function onKey(event: KeyboardEvent & { readonly currentTarget: HTMLFormElement }, save: () => void): void {
  if (event.key !== "Enter" || event.isComposing || event.defaultPrevented) return;
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    save();
    return;
  }
  const { target } = event;
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
  event.preventDefault();
  // What was typed is drawn first, as fields come and go by it; but no key may come between.
  queueMicrotask(() => {
    fieldAfter(target)?.focus();
  });
}
