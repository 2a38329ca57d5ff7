/**
 * The part of a runbook that is the same for every plan: asking, running, seeing, remembering, going back.
 *
 * POSIX shell (IEEE Std 1003.1). Nothing is evaluated but the commands of the catalog, by `sh -c`, with values in the
 * environment. The state is a list of lines `<what> <how it stands>` of which the last of a kind counts; it is written beside
 * the old one and put in its place at once. Backslashes stand twice here, and so do dollars before braces have one.
 */
export const SHELL_FUNCTIONS = `
newline='
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
    '  --dry-run    shows every step and does nothing' \\
    '  --yes        says that you have read the plan and its notes: commands that act on the whole' \\
    '               from here run unasked. Asked all the same is what loses something, what passes the' \\
    '               point of no return, what has to be done or seen by a person, and what is not known' \\
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
  if ! printf '%s' "$state" > "$state_file.new" || ! mv -f "$state_file.new" "$state_file"; then
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
}

# Lets an action begin: its number, and its title.
action() {
  id=$1
  title=$2
  command=''
  shown=''
  runs=''
  count=1
  loses=''
  is_destructive=no
  path=''
  check=''
  check_shown=''
  prints=''
  detail=''
  verify=''
  obstacle=''
  rollback=''
  look_up "$id"
  status=\${found:-none}
}

# A value that only a person knows, in $value: kept under $1, called $2, explained by $3. Where it may be another one each
# time, $4 is under what the last one is kept, to be offered.
need() {
  look_up "value:$1"
  value=$found
  if [ "$dry_run" = yes ]; then
    value=\${value:-"<$2>"}
    return 0
  fi
  if [ -n "$value" ] && { [ "$status" != begun ] || [ "$going_back" = yes ]; }; then return 0; fi
  if [ "$status" = 'done' ] || [ "$status" = skipped ]; then return 0; fi
  if [ -z "$value" ] && [ -n "$4" ]; then
    look_up "value:$4"
    value=$found
  fi
  say '' "$id  $title" "  It needs to know: $3"
  while :; do
    ask "  $2\${value:+ (Enter: $value)}:"
    value=\${answer:-"$value"}
    case $value in
      '~/'*) value=$HOME/\${value#'~/'} ;;
    esac
    case $value in
      '') say '  Nothing was entered. Enter a value, or end with Ctrl-C.' ;;
      -*)
        say '  A program would take that for an option.'
        value=''
        ;;
      *) break ;;
    esac
  done
  record "value:$1" "$value"
  if [ -n "$4" ]; then record "value:$4" "$value"; fi
}

# Commands never overwrite a file by ">", and take no answers that are meant for this script.
run_text() {
  if [ -t 0 ]; then
    sh -e -C -c "$1"
  else
    sh -e -C -c "$1" < /dev/null
  fi
}

# Whether the check holds; what it printed is shown.
holds() {
  code=0
  printed=$(run_text "$check") || code=$?
  if [ -n "$printed" ]; then printf '%s\\n' "$printed" | sed 's/^/    | /'; fi
  if [ "$code" -ne 0 ]; then
    say "  Not so: the check ended with status $code."
    return 1
  fi
  if [ -z "$prints" ]; then return 0; fi
  rest=$printed$newline
  while [ -n "$rest" ]; do
    line=\${rest%%"$newline"*}
    rest=\${rest#*"$newline"}
    case " $line " in
      *[![:alnum:]._+-]"$prints"[![:alnum:]._+-]*) return 0 ;;
    esac
  done
  say "  Not so: no line has \\"$prints\\" in it."
  return 1
}

show_action() {
  say '' "$id  $title"
  if [ -n "$detail" ]; then say "$detail"; fi
  if [ -n "$command" ]; then printf '%s\\n' "$shown" | sed 's/^/    $ /'; fi
  if [ -n "$obstacle" ]; then tell "Not run by this script: $obstacle"; fi
  if [ -n "$loses" ]; then tell "Lost by it: $loses"; fi
  if [ "$dry_run" = yes ]; then
    if [ "$is_destructive" = yes ]; then tell 'Asked for with a word of its own.'; fi
    if [ -n "$check" ]; then printf '%s\\n' "$check_shown" | sed 's/^/    check: /'; fi
    if [ -n "$prints" ]; then tell "It has to print: $prints"; fi
    if [ -n "$verify" ]; then say "$verify"; fi
  fi
}

everywhere() {
  if [ "$runs" = each ] && [ "$count" -gt 1 ]; then say "on each of the $count instances"; else say 'yourself'; fi
}

# Asks whether the command may run, as far as that has not been said; $how is then "here" or "by hand".
decide_to_run() {
  how=here
  if [ "$is_destructive" = yes ]; then
    word=destroy
    tell "\${loses:+It takes something away for good. }Type destroy to run it, done once you have done it $(everywhere), or stop."
  elif [ "$runs" = once ]; then
    word=yes
    if [ "$assume_yes" = yes ] && [ "$status" != begun ]; then return 0; fi
    tell 'Type yes to run it, done where it has been done already, or stop.'
  else
    word=run
    tell "Type run to run it here, done once you have done it $(everywhere) or it need not be done, or stop."
  fi
  if [ "$status" = begun ]; then
    tell 'It was begun before, and how that ended is not known. See how things stand before you answer.'
  fi
  choose "$word, done or stop?" "$word" 'done'
  if [ "$chosen" = 'done' ]; then how='by hand'; fi
}

set_path() {
  if [ -z "$path" ]; then return 0; fi
  case $path in
    /*) directory=$path ;;
    *) directory=$PWD/$path ;;
  esac
  if [ -d "$directory" ]; then
    PATH=$directory:$PATH
    export PATH
  else
    tell "There is no directory $directory: the programs that were first on your PATH are used."
  fi
}

see_that_it_worked() {
  if [ -n "$check" ] && { [ "$how" = here ] || [ "$runs" != each ]; }; then
    while ! holds; do
      if [ "$assume_yes" = yes ]; then stop 'What should be seen now is not to be seen.'; fi
      if [ -n "$verify" ]; then say "$verify"; fi
      choose 'Type again to look again, holds if you have seen in another way that it does, or stop.' again holds
      if [ "$chosen" = holds ]; then
        return 0
      fi
    done
    tell 'Seen.'
    if [ -n "$verify" ]; then say "$verify"; fi
  elif [ -n "$verify" ]; then
    say "$verify"
    choose 'Is that so? Type yes, or stop.' yes
  fi
}

run_or_stop() {
  code=0
  run_text "$1" || code=$?
  if [ "$code" -ne 0 ]; then
    stop "The command ended with status $code. If a file is there already that it was to write, move that away first."
  fi
}

perform() {
  if [ "$status" = 'done' ] || [ "$status" = skipped ]; then
    set_path
    return 0
  fi
  show_action
  if [ "$dry_run" = yes ]; then return 0; fi
  how=here
  if [ "$status" = ran ]; then
    tell 'It has run already. What is left is to see that it worked.'
  elif [ -z "$command" ] || [ -n "$obstacle" ]; then
    how='by hand'
    choose "Type done once you have done it $(everywhere), or stop." 'done'
  else
    decide_to_run
    if [ "$how" = here ]; then
      record "$id" begun
      run_or_stop "$command"
      record "$id" ran
    fi
  fi
  set_path
  see_that_it_worked
  record "$id" 'done'
}

# Takes an action back, where it was begun.
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
    # Going back is never done unasked.
    assume_yes=no
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
}

no_return() {
  look_up no-return
  say '' 'POINT OF NO RETURN: after this stage no safe way leads back to where everything started.'
  if [ "$dry_run" = yes ] || [ "$found" = passed ]; then return 0; fi
  choose 'Type onward to pass it, or stop.' onward
  record no-return passed
}

# Leaves out what stands before $from, and does the rest whatever was done before.
begin_at() {
  case $from in
    *.*) first=$from ;;
    *) first=$from.1 ;;
  esac
  case " $all_actions " in
    *" $first "*) ;;
    *) refuse "--from $from: there is no such step. --dry-run shows them all." ;;
  esac
  record back none
  reached=no
  for one in $all_actions; do
    if [ "$one" = "$first" ]; then reached=yes; fi
    look_up "$one"
    if [ "$reached" = no ] && [ "$found" != 'done' ]; then record "$one" skipped; fi
    if [ "$reached" = yes ] && [ -n "$found" ]; then record "$one" none; fi
  done
}

main() {
  while [ $# -gt 0 ]; do
    case $1 in
      --dry-run) dry_run=yes ;;
      --yes) assume_yes=yes ;;
      --back) going_back=yes ;;
      --from)
        if [ $# -lt 2 ]; then refuse '--from needs a step: --from 2.3'; fi
        from=$2
        shift
        ;;
      --from=*) from=\${1#--from=} ;;
      --help | -h)
        usage
        exit 0
        ;;
      *) refuse "There is no option $1. Try --help." ;;
    esac
    shift
  done
  if [ "$going_back" = yes ] && [ -n "$from" ]; then refuse '--back and --from do not go together.'; fi
  umask 077
  if [ "$dry_run" = no ]; then
    trap release_lock EXIT
    trap interrupted INT TERM HUP
    take_lock
  fi
  load_state
  introduce
  if [ "$going_back" = yes ]; then
    go_back
    if [ "$dry_run" = yes ]; then say '' 'Nothing was done.'; fi
    return 0
  fi
  look_up back
  if [ -n "$found" ] && [ "$found" != none ] && [ -z "$from" ]; then
    refuse 'This runbook is on its way back. Finish that with --back, or say with --from where to begin again.'
  fi
  if [ -n "$from" ]; then
    if [ "$dry_run" = yes ]; then refuse '--dry-run shows every step; leave --from out.'; fi
    begin_at
  fi
  carry_out
  if [ "$dry_run" = yes ]; then
    say '' 'Nothing was done.'
  else
    say '' 'Everything is done.'
  fi
}
`.trim();
