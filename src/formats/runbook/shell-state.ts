/**
 * The part of every runbook that asks, stops and remembers.
 *
 * The state is a list of lines `<what> <how it stands>` of which the last of a kind counts; it is written beside the old one
 * and put in its place at once. POSIX shell (IEEE Std 1003.1); backslashes stand twice here, and dollars before braces have
 * one.
 */
export const SHELL_STATE = `newline='
'
state_file="./causeway-$(printf '%.16s' "$plan").state"
lock="$state_file.lock"
state_head="causeway-runbook 1 $plan"
state="$state_head$newline"
locked=no
dry_run=no
assume_yes=no
going_back=no
from=''
stage=0

# About the action at hand.
id=''
status=none
rollback=''

say() { printf '%s\\n' "$@"; }
tell() { printf '  %s\\n' "$@"; }
heading() { printf '\\n== %s\\n' "$1"; }
refuse() { printf '%s\\n' "$@" >&2; exit 2; }

usage() {
  say "Usage: sh $0 [--dry-run] [--yes] [--from STEP] [--back]" \\
    '' \\
    '  --dry-run    shows every step that is left, and does nothing' \\
    '  --yes        says that you have read the plan and its notes: commands that act on the whole' \\
    '               from here run unasked. Asked all the same is what loses something, what stops' \\
    '               something that may be in use, what passes the point of no return, what has to be' \\
    '               done or seen by a person, and what is not known' \\
    '  --from STEP  begins at a step (2) or an action (2.3), whatever was done before' \\
    '  --back       goes back from where the runbook has got to' \\
    '' \\
    "What has been done is kept in $state_file, in the directory that this is run in." \\
    'Exit status: 0 all done, 1 stopped, 2 it could not begin, 130 interrupted.'
}

# What was recorded last of $1, in $found; empty where nothing was.
look_up() {
  found=''
  case $state in
    *"$newline$1 "*)
      found=\${state##*"$newline$1 "}
      found=\${found%%"$newline"*}
      ;;
  esac
}

record() {
  state="$state$1 $2$newline"
  if ! (umask 077 && printf '%s' "$state" > "$state_file.new") || ! mv -f "$state_file.new" "$state_file"; then
    say "The state could not be written to $state_file." >&2
    exit 1
  fi
}

load_state() {
  if [ ! -e "$state_file" ]; then return 0; fi
  read_back=$(cat "$state_file" && printf .) || refuse "$state_file cannot be read."
  read_back=\${read_back%.}
  case $read_back in
    "$state_head$newline"*) state=$read_back ;;
    *) refuse "$state_file is not the state of this plan. Move it away, or run this in another directory." ;;
  esac
}

take_lock() {
  if mkdir "$lock" 2> /dev/null; then
    locked=yes
    printf '%s\\n' "$$" > "$lock/pid"
    return 0
  fi
  if [ ! -d "$lock" ]; then refuse "$lock cannot be made: run this in a directory that you may write to."; fi
  holder=$(cat "$lock/pid" 2> /dev/null || printf '?')
  if [ "$holder" != '?' ] && kill -0 "$holder" 2> /dev/null; then
    refuse "This runbook is being run already, by process $holder."
  fi
  refuse "$lock says that this runbook is being run, by process $holder, which is not to be seen here." \\
    "If nobody runs it, on no other machine either, remove that directory: rm -r $lock"
}

release_lock() {
  if [ "$locked" = yes ]; then
    rm -f "$lock/pid"
    rmdir "$lock"
    locked=no
  fi
}

interrupted() {
  trap '' INT TERM HUP
  say '' "Interrupted. Begin again with: sh $0" >&2
  exit 130
}

# Says why it ends here, and how to go on and back.
stop() {
  say '' "Stopped\${id:+ at $id}: $1"
  if [ "$going_back" = no ]; then
    if [ -n "$rollback" ]; then say '' 'The way back from this action:' "$rollback"; fi
    tell_standing
    say '' "To go on where it stopped: sh $0" "To go back:                sh $0 --back"
  else
    say '' "To go on going back: sh $0 --back"
  fi
  exit 1
}

ask() {
  printf '%s ' "$1"
  answer=''
  if IFS= read -r answer || [ -n "$answer" ]; then return 0; fi
  say ''
  stop "Nobody answered: $1"
}

# Asks until one of the words is the answer, which is then in $chosen.
choose() {
  question=$1
  shift
  while :; do
    ask "$question"
    if [ "$answer" = stop ]; then stop 'You said so.'; fi
    for chosen in "$@"; do
      if [ "$answer" = "$chosen" ]; then return 0; fi
    done
    say 'That is none of the answers.'
  done
}

# A text as a word that a shell would take for it, to be shown.
quoted() {
  case $1 in
    '' | *[!A-Za-z0-9_@%+=:,./-]*)
      printf "'%s'" "$(printf '%s' "$1" | sed "s/'/'\\\\\\\\''/g")"
      ;;
    *) printf '%s' "$1" ;;
  esac
}`;
