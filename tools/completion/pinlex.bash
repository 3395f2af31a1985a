# SPDX-License-Identifier: GPL-2.0-or-later
# Completion of pinlex(1) for bash.

# The values that the texts of the index have in a field.
_pinlex_values() {
  local i index=()
  for ((i = 1; i < COMP_CWORD - 1; i++)); do
    case ${COMP_WORDS[i]} in
      --index) index+=(--index "${COMP_WORDS[i + 1]}") ;;
      --with-digest) index+=(--with-digest) ;;
    esac
  done
  "${COMP_WORDS[0]}" fields "$1" "${index[@]}" 2>/dev/null | awk '{ print $1 }'
}

_pinlex() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command='' i
  local commands='search show refs parallels powers check info verify fields serve'
  local options='--format --color --no-color --help'

  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${COMP_WORDS[i]} in
      search | show | refs | parallels | powers | check | info | verify | fields | serve)
        command=${COMP_WORDS[i]}
        break
        ;;
    esac
  done
  case $command in
    search)
      options+=' --index --with-digest --lang --edition --limit --offset --instrument --kind'
      options+=' --count --explain-query --no-expand'
      ;;
    show) options+=' --index --with-digest --lang --edition --context --outline' ;;
    refs) options+=' --index --with-digest --lang --edition --limit --offset --from --to' ;;
    parallels) options+=' --index --with-digest --lang --edition --limit --instrument --diff' ;;
    powers) options+=' --index --with-digest --lang --edition --instrument --power' ;;
    check) options+=' --index --with-digest --as' ;;
    info | fields) options+=' --index --with-digest' ;;
    serve) options+=' --index --with-digest --stdio' ;;
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
      [[ $command == serve ]] && values=json
      [[ $command == search || $command == show || $command == powers ]] && values+=' md html'
      [[ $command == powers ]] && values+=' csv'
      [[ $command == parallels ]] && values+=' md'
      [[ $command == search ]] && values+=' jsonl csv trec'
      ;;
    --as) values='quotes paragraphs' ;;
    --kind | --edition | --lang | --instrument | --power) values=$(_pinlex_values "${before#--}") ;;
    --limit | --offset | --context) return ;;
    *)
      values=$options
      [[ -n $command ]] || values+=" $commands"
      if [[ $command == fields && $word != -* ]]; then
        values=$("${COMP_WORDS[0]}" fields --format json 2>/dev/null |
          grep -o '"name": *"[a-z]*"' | cut -d '"' -f 4)
      elif [[ $command == verify && $word != -* ]]; then
        mapfile -t COMPREPLY < <(compgen -d -- "$word")
        return
      elif [[ $word != -* && -n $command ]]; then
        return
      fi
      ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$values" -- "$word")
}

complete -o default -F _pinlex pinlex
