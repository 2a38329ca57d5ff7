/**
 * The part of every runbook that reads its options, and begins.
 */
export const SHELL_MAIN = `# Leaves out what stands before $from, and does the rest whatever was done before.
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
    look_up "\${one%%.*}.back"
    if [ "$found" = reverted ]; then record "\${one%%.*}.back" none; fi
  done
  say "Left out, since you say so: everything before $first."
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
  # Going back is never done unasked.
  if [ "$going_back" = yes ]; then assume_yes=no; fi
  if [ "$going_back" = yes ] && [ -n "$from" ]; then refuse '--back and --from do not go together.'; fi
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
}`;
