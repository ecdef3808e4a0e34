import advice from './vi/advice.json' with { type: 'json' }
import auth from './vi/auth.json' with { type: 'json' }
import board from './vi/board.json' with { type: 'json' }
import commune from './vi/commune.json' with { type: 'json' }
import history from './vi/history.json' with { type: 'json' }
import late from './vi/late.json' with { type: 'json' }
import light from './vi/light.json' with { type: 'json' }
import meeting from './vi/meeting.json' with { type: 'json' }
import paper from './vi/paper.json' with { type: 'json' }
import plan from './vi/plan.json' with { type: 'json' }
import record from './vi/record.json' with { type: 'json' }
import roster from './vi/roster.json' with { type: 'json' }
import saving from './vi/saving.json' with { type: 'json' }
import shell from './vi/shell.json' with { type: 'json' }
import words from './vi/words.json' with { type: 'json' }

/** Every Vietnamese word that a person sees, one file for each part of the house. */
export const vi = {
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
