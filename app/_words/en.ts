import advice from './en/advice.json' with { type: 'json' }
import auth from './en/auth.json' with { type: 'json' }
import board from './en/board.json' with { type: 'json' }
import commune from './en/commune.json' with { type: 'json' }
import history from './en/history.json' with { type: 'json' }
import late from './en/late.json' with { type: 'json' }
import light from './en/light.json' with { type: 'json' }
import meeting from './en/meeting.json' with { type: 'json' }
import paper from './en/paper.json' with { type: 'json' }
import plan from './en/plan.json' with { type: 'json' }
import record from './en/record.json' with { type: 'json' }
import roster from './en/roster.json' with { type: 'json' }
import saving from './en/saving.json' with { type: 'json' }
import shell from './en/shell.json' with { type: 'json' }
import words from './en/words.json' with { type: 'json' }

/** The same words in English; a test holds that no key is missing on either side. */
export const en = {
  advice,
  auth,
  board,
  commune,
  history,
  late,
  light,
  paper,
  meeting,
  plan,
  record,
  roster,
  saving,
  shell,
  words,
}
