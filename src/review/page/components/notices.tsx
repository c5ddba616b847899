/** Notices at the edge of the screen, and the regions that screen readers listen to. */
import { t } from '../state/language.js';
import { announcement, dismiss, notices, type Notice } from '../state/notices.js';

export function Notices() {
  const of = (kind: Notice['kind']): readonly Notice[] => notices.value.filter((each) => each.kind === kind);
  return (
    <div class="notices">
      <div role="alert">
        {of('error').map((notice) => (
          <Shown key={notice.id} notice={notice} />
        ))}
      </div>
      <div role="status">
        {of('info').map((notice) => (
          <Shown key={notice.id} notice={notice} />
        ))}
      </div>
      <div role="status" class="visually-hidden">
        {announcement.value}
      </div>
    </div>
  );
}

function Shown({ notice: { id, kind, text, action } }: { notice: Notice }) {
  return (
    <div class={`notice notice-${kind}`}>
      <p>{text}</p>
      {action && (
        <button
          type="button"
          class="link"
          onClick={() => {
            dismiss(id);
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
      {kind === 'error' && (
        <button type="button" class="icon" aria-label={t('close')} onClick={() => dismiss(id)}>
          ×
        </button>
      )}
    </div>
  );
}
