# SPDX-License-Identifier: GPL-2.0-or-later
# Completion of pinlex-eval(1) for bash: commands and options, else files.

_pinlex_eval() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
  local command='' values
  ((COMP_CWORD < 2)) || command=${COMP_WORDS[1]}
  local options='--help'
  case $command in
    run) options+=' --topics --index --limit --instrument --kind --edition --lang --no-expand --report' ;;
    score) options+=' --relevant --format --times --per-topic' ;;
    compare) options+=' --relevant --format --times' ;;
    '') options+=' --version' ;;
  esac

  case $before in
    --topics | --report | --times) return ;;
    --index)
      mapfile -t COMPREPLY < <(compgen -d -- "$word")
      return
      ;;
    --limit | --relevant | --instrument) return ;;
    --format) values='text json' ;;
    --kind) values='treaty protocol statute decision explanatory-report commentary document' ;;
    --edition) values='official consolidated translation digest' ;;
    --lang) values='ar de en es fr nl ru zh' ;;
    *)
      values=$options
      [[ -n $command ]] || values+=' run score compare'
      [[ $word == -* || -z $command ]] || return
      ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$values" -- "$word")
}

complete -o default -F _pinlex_eval pinlex-eval
