import { useState } from "preact/hooks";
import { capital, catalog, type KindSheet, useSheet } from "../../catalog.ts";
import { saySaved } from "../../forms/saved.tsx";
import { StepForm } from "../../forms/stepForm.tsx";
import { goTo, href, usePlace } from "../../place.ts";
import { partOf } from "../../addresses.ts";
import { useLanguage, useWords } from "../../words/words.ts";

/** A step that begins a record: its form alone. */
export function BeginPage() {
  const mutation = partOf("mutation");
  const words = useWords();
  const language = useLanguage();
  const kind = catalog.kinds.find(({ begins }) => begins.some((one) => one.mutation === mutation));
  const sheet = useSheet<KindSheet>(kind?.sheet);
  const form = sheet?.forms.find((one) => one.mutation === mutation);
  const [saved, setSaved] = useState(false);
  // Where one came from a screen of its own for such records, one goes on there: `?then=/dossier`.
  const { query } = usePlace();
  const then = /^\/[a-z]+$/.exec(query.get("then") ?? "")?.[0];
  // Where one came from a list of such records, one goes back to it: `?back=/registers/units`.
  const back = /^\/[a-z]+\/[a-z]+$/.exec(query.get("back") ?? "")?.[0];
  if (!kind) return <p class="notice">{words.common.notFound}</p>;
  if (!form) return <p class="quiet waiting">{words.common.loading}</p>;
  return (
    <article>
      <p class="kind">
        <a href={href(`/records/${kind.kind}`)}>{capital(kind.words[language])}</a>
      </p>
      <h1>{capital(form.words[language])}</h1>
      {saved && (
        <p class="notice done" role="status">
          {words.form.saved}
        </p>
      )}
      <StepForm
        form={form}
        record={null}
        onDone={({ id, replayed }) => {
          if (!id) return setSaved(true);
          goTo(href(`${then ?? "/record"}/${id}`));
          saySaved(replayed);
        }}
        onCancel={() => goTo(href(then ?? back ?? `/records/${kind.kind}`))}
      />
    </article>
  );
}
