# SPDX-License-Identifier: GPL-2.0-or-later
# Completion of pinlex(1) for bash.

_pinlex() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command='' i
  local commands='search show info fields'
  local options='--format --color --no-color --help'

  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${COMP_WORDS[i]} in
      search | show | info | fields)
        command=${COMP_WORDS[i]}
        break
        ;;
    esac
  done
  case $command in
    search) options+=' --index --with-digest --lang --edition --limit --offset --instrument --kind' ;;
    show) options+=' --index --with-digest --lang --edition --context --outline' ;;
    info) options+=' --index --with-digest' ;;
    '') options='--help --version' ;;
  esac

  local values
  case $before in
    --index)
      mapfile -t COMPREPLY < <(compgen -d -- "$word")
      return
      ;;
    --format)
      values='text json'
      [[ $command == search || $command == show ]] && values+=' md html'
      [[ $command == search ]] && values+=' jsonl csv trec'
      ;;
    --kind) values='treaty protocol statute decision explanatory-report commentary document' ;;
    --edition) values='official consolidated translation digest' ;;
    --lang) values='ar de en es fr nl ru zh' ;;
    --limit | --offset | --context | --instrument) return ;;
    *)
      values=$options
      [[ -n $command ]] || values+=" $commands"
      [[ $word == -* || -z $command ]] || return
      ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$values" -- "$word")
}

complete -o default -F _pinlex pinlex
