/** The dialog that is open, if any. */
import { closeDialog, dialog } from '../state/dialogs.js';
import { t } from '../state/language.js';
import { AddDialog } from './add-dialog.js';
import { AlikeDialog } from './alike-dialog.js';
import { CorrectDialog } from './correct-dialog.js';
import { Dialog } from './dialog.js';
import { HelpDialog } from './help-dialog.js';
import { QueueList } from './queue-list.js';
import { RejectDialog } from './reject-dialog.js';

export function Dialogs() {
  const { value: open } = dialog;
  switch (open?.name) {
    case undefined:
      return null;
    case 'correct':
      return <CorrectDialog figure={open.figure} />;
    case 'reject':
      return <RejectDialog figure={open.figure} />;
    case 'alike':
      return <AlikeDialog figure={open.figure} />;
    case 'add':
      return <AddDialog document={open.document} place={open.place} />;
    case 'help':
      return <HelpDialog />;
    case 'queue':
      return (
        <Dialog title={t('queue')} look="drawer">
          <QueueList picked={closeDialog} />
        </Dialog>
      );
  }
}
