/**
 * The part of every runbook that carries out an action: shows it, asks, runs it, sees that it worked.
 *
 * Nothing is evaluated but the commands of the catalog, by a shell of their own, with values in its environment.
 */
export const SHELL_ACTIONS = `# Lets an action begin: its number, and its title.
action() {
  id=$1
  title=$2
  command=''
  shown=''
  runs=''
  count=1
  loses=''
  is_destructive=no
  is_stopping=no
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
  if [ "$going_back" = yes ]; then
    if [ -n "$value" ] || [ "$status" = none ] || [ "$status" = reverted ]; then return 0; fi
  elif [ "$status" = 'done' ] || [ "$status" = skipped ]; then
    return 0
  elif [ -n "$value" ] && [ "$status" != begun ]; then
    return 0
  fi
  if [ -z "$value" ] && [ -n "$4" ]; then
    look_up "value:$4"
    value=$found
  fi
  say '' "$id  $title" "  It needs to know: $3"
  while :; do
    ask "  $2\${value:+ (Enter: $value)}:"
    value=\${answer:-"$value"}
    case $value in
      [~]/*) value=$HOME/\${value#??} ;;
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
    if [ "$is_stopping" = yes ]; then tell 'It stops something that may be in use: asked for even with --yes.'; fi
    if [ -n "$check" ]; then printf '%s\\n' "$check_shown" | sed 's/^/    check: /'; fi
    if [ -n "$prints" ]; then tell "It has to print: $prints"; fi
    if [ -n "$verify" ]; then say "$verify"; fi
  fi
}

# Where a person has to do it, to follow "done".
everywhere() {
  if [ "$count" -eq 1 ] || [ "$runs" = once ]; then
    printf yourself
  elif [ "$runs" = each ]; then
    printf 'on each of the %s instances' "$count"
  else
    printf 'for all %s instances, where they need it' "$count"
  fi
}

# Asks whether the command may run, as far as that has not been said; $how is then "here" or "by hand".
decide_to_run() {
  how=here
  if [ "$is_destructive" = yes ]; then
    word=destroy
    tell "\${loses:+It takes something away for good. }Type destroy to run it, done once you have done it $(everywhere), or stop."
  elif [ "$runs" = once ]; then
    word=yes
    if [ "$assume_yes" = yes ] && [ "$status" != begun ] && [ "$is_stopping" = no ]; then return 0; fi
    if [ "$is_stopping" = yes ]; then tell 'It stops something that may be in use.'; fi
    tell 'Type yes to run it, done where it has been done already, or stop.'
  else
    word=run
    tell "Type run to run it here, done once you have done it $(everywhere) or it need not be done, or stop."
  fi
  if [ "$status" = begun ] || [ "$status" = reverting ]; then
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
  elif [ -z "$command" ] || [ -n "$obstacle" ] || { [ "$runs" = each ] && [ "$count" -gt 1 ]; }; then
    how='by hand'
    choose "Type done once you have done it $(everywhere), or stop." 'done'
  else
    decide_to_run
    if [ "$how" = here ]; then
      record "$id" begun
      run_or_stop "$command"
      if [ -z "$runs" ] && [ "$count" -gt 1 ]; then
        choose "It ran once. Type done once it has been done $(everywhere), or stop." 'done'
      fi
      record "$id" ran
    fi
  fi
  set_path
  see_that_it_worked
  record "$id" 'done'
}

# What a person has to say before the stage after which there is no way back.
no_return() {
  look_up no-return
  say '' 'POINT OF NO RETURN: after this stage no safe way leads back to where everything started.'
  if [ "$dry_run" = yes ] || [ "$found" = passed ]; then return 0; fi
  choose 'Type onward to pass it, or stop.' onward
  record no-return passed
}`;
