# Completion of treadle for bash. Made by: treadle completion bash

_treadle_model='{{model}}'

# Puts subcommands, options and parameters of a command into subs, opts and args.
_treadle_command() {
  local name
  while IFS='|' read -r name subs opts args; do
    [[ $name == "$1" ]] && return 0
  done <<<"$_treadle_model"
  return 1
}

# The words of a kind from the file that each command writes for the project here.
_treadle_words() {
  local cache=${XDG_CACHE_HOME:-$HOME/.cache} at=$PWD file kind word
  [[ $OSTYPE == darwin* ]] && cache=$HOME/Library/Caches
  [[ -n ${TREADLE_STORE:-} ]] && at=$TREADLE_STORE
  while file=$cache/treadle/words/${at//\//%} && [[ ! -f $file && -n $at ]]; do at=${at%/*}; done
  [[ -f $file ]] || file=$cache/treadle/words/%
  [[ -f $file ]] || return 0
  while IFS=$'\t' read -r kind word; do
    [[ $kind == "$1" ]] && printf '%s\n' "$word"
  done <"$file"
}

# Offers what fits the word begun: values divided by commas, or %kind.
_treadle_offer() {
  case $1 in
    %files) compopt -o filenames 2>/dev/null; COMPREPLY+=($(compgen -f -- "$cur")) ;;
    %folders) compopt -o filenames 2>/dev/null; COMPREPLY+=($(compgen -d -- "$cur")) ;;
    %nothing) ;;
    %commands) COMPREPLY+=($(compgen -W "$subs references filters exit-codes" -- "$cur")) ;;
    %runs) COMPREPLY+=($(compgen -W "@latest $(_treadle_words runs)" -- "$cur")) ;;
    %*) COMPREPLY+=($(compgen -W "$(_treadle_words "${1#%}")" -- "$cur")) ;;
    *) COMPREPLY+=($(compgen -W "${1//,/ }" -- "$cur")) ;;
  esac
}

_treadle() {
  local IFS=$' \t\n' line=${COMP_LINE:0:COMP_POINT} words cur path= seen=0 value= word opt subs= opts= args= kinds
  # Not COMP_WORDS: they are divided at '@', ':' and '=', too.
  read -ra words <<<"$line"
  cur=
  if [[ $line != *[[:space:]] ]]; then
    cur=${words[${#words[@]} - 1]}
    words=("${words[@]:0:${#words[@]} - 1}")
  fi
  COMPREPLY=()
  _treadle_command ''
  for word in "${words[@]:1}"; do
    if [[ -n $value ]]; then
      value=
    elif [[ $word == -*=* ]]; then
      :
    elif [[ $word == -* ]]; then
      for opt in $opts; do [[ $opt == "$word="* ]] && value=${opt#*=}; done
    elif [[ " $subs " == *" $word "* ]]; then
      path="${path:+$path }$word"
      _treadle_command "$path"
    else
      seen=$((seen + 1))
    fi
  done
  if [[ -z $value && $cur == --*=* ]]; then
    for opt in $opts; do [[ $opt == "${cur%%=*}="* ]] && value=${opt#*=}; done
    cur=${cur#*=}
    _treadle_offer "${value:-%nothing}"
    return
  fi
  if [[ -n $value ]]; then
    _treadle_offer "$value"
  elif [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$(for opt in $opts; do printf '%s ' "${opt%%=*}"; done)" -- "$cur"))
  else
    if [[ $path == help ]]; then
      _treadle_command ''
      _treadle_offer %commands
      return
    fi
    read -ra kinds <<<"$args"
    [[ $seen -eq 0 ]] && _treadle_offer "${subs// /,}"
    if [[ ${#kinds[@]} -gt 0 ]]; then
      [[ $seen -lt ${#kinds[@]} ]] || seen=$((${#kinds[@]} - 1))
      _treadle_offer "${kinds[$seen]}"
    fi
  fi
  # The shell replaces only what follows its last divider.
  local before=${cur%"${cur##*[=:@]}"} i
  for i in "${!COMPREPLY[@]}"; do COMPREPLY[i]=${COMPREPLY[i]#"$before"}; done
}

complete -F _treadle treadle
