import { Component, type ComponentChildren } from "preact";
import { dropDrafts } from "../kept.ts";
import { useViewer } from "../viewer.ts";
import { useWords } from "../words/words.ts";

/** What fails while it is drawn says so, and leaves the rest of the page standing. */
export class Unbroken extends Component<{ readonly children: ComponentChildren }, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static override getDerivedStateFromError = () => ({ isBroken: true });

  override componentDidCatch(error: unknown): void {
    console.error(error);
  }

  override render({ children }: { readonly children: ComponentChildren }): ComponentChildren {
    return this.state.isBroken ? <Broken /> : children;
  }
}

/** It may be by what is kept of an older page: that can be dropped, never what waits to be sent. */
function Broken() {
  const { failures } = useWords();
  const { subject } = useViewer();
  return (
    <div class="notice fault" role="alert">
      <p>{failures.broken}</p>
      <p>
        <button type="button" onClick={() => location.reload()}>
          {failures.reload}
        </button>{" "}
        {subject !== null && (
          <button
            type="button"
            onClick={() => {
              dropDrafts(subject);
              location.reload();
            }}
          >
            {failures.dropDrafts}
          </button>
        )}
      </p>
    </div>
  );
}
