/**
 * The part of every runbook that goes back: takes back an action, and remembers what has been taken back.
 */
export const SHELL_BACK = `# Takes an action back, where it was begun.
revert() {
  if [ "$status" = none ] || [ "$status" = reverted ]; then return 0; fi
  say '' "$id  $title"
  if [ -n "$rollback" ]; then say "$rollback"; fi
  if [ -n "$command" ]; then printf '%s\\n' "$shown" | sed 's/^/    $ /'; fi
  if [ -n "$obstacle" ]; then tell "Not run by this script: $obstacle"; fi
  if [ -n "$loses" ]; then tell "Lost by it: $loses"; fi
  if [ "$dry_run" = yes ]; then return 0; fi
  how=here
  if [ -z "$command" ] || [ -n "$obstacle" ]; then
    how='by hand'
    choose 'Type done once you have done it, or stop.' 'done'
  else
    if [ "$status" = begun ]; then
      say '  The action was begun and did not end well. Is it still as before?'
      if [ -n "$check" ] && holds; then say '  So it seems: done leaves it so.'; fi
      status=ran
    fi
    decide_to_run
    if [ "$how" = here ]; then
      record "$id" reverting
      run_or_stop "$command"
    fi
  fi
  see_that_it_worked
  record "$id" reverted
}

# These actions, as if they had never been begun.
forget() {
  for one in $1; do
    look_up "$one"
    if [ -n "$found" ] && [ "$found" != none ]; then record "$one" none; fi
  done
}

# Something that only a person can bring back: what, and under what it is remembered.
by_hand() {
  look_up "$2"
  if [ "$found" = reverted ]; then return 0; fi
  say '' "$1"
  if [ "$dry_run" = yes ]; then return 0; fi
  choose 'Type done once you have done it, or stop.' 'done'
  record "$2" reverted
}

# The way back has been gone: $1 is what it took back, $2 whether it led to where everything started.
finish_back() {
  if [ "$dry_run" = no ]; then
    forget "$1"
    record back none
  fi
  if [ "$2" = no ]; then
    say '' 'From here no safe way leads back to where everything started: it would break what works by now.'
    if [ "$dry_run" = yes ]; then return 0; fi
    exit 1
  fi
  if [ "$dry_run" = no ]; then say '' 'Everything is back where it started.'; fi
}

# Whether anything of these actions was begun.
was_begun() {
  for one in $1; do
    look_up "$one"
    if [ -n "$found" ] && [ "$found" != none ]; then return 0; fi
  done
  return 1
}

# Whether all of these actions have been done, or left out by --from.
is_done() {
  for one in $1; do
    look_up "$one"
    if [ "$found" != 'done' ] && [ "$found" != skipped ]; then return 1; fi
  done
  return 0
}`;
