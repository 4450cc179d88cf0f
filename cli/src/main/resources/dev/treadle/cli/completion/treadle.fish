# Completion of treadle for fish. Made by: treadle completion fish

set -g __treadle_model '{{model}}'

# The words of a kind from the file that each command writes for the project here.
function __treadle_words
    set -l cache $HOME/.cache
    set -q XDG_CACHE_HOME; and set cache $XDG_CACHE_HOME
    test (uname) = Darwin; and set cache $HOME/Library/Caches
    set -l at $PWD
    set -q TREADLE_STORE; and set at $TREADLE_STORE
    set -l file $cache/treadle/words/(string replace -a / % -- $at)
    while not test -f $file; and test -n "$at"
        set at (string replace -r '/[^/]*$' '' -- $at)
        set file $cache/treadle/words/(string replace -a / % -- "$at")
    end
    test -f $file; or set file $cache/treadle/words/%
    test -f $file; and string replace -f -r "^$argv[1]\t" '' <$file
end

# Offers values divided by commas, or %kind.
function __treadle_offer
    switch $argv[1]
        case %files
            __fish_complete_path $argv[2]
        case %folders
            __fish_complete_directories $argv[2] ''
        case %nothing ''
        case %runs
            printf '%s\n' @latest (__treadle_words runs)
        case '%*'
            __treadle_words (string sub -s 2 -- $argv[1])
        case '*'
            string split , -- $argv[1]
    end
end

function __treadle_complete
    set -l current (commandline -ct)
    set -l path ''
    set -l seen 0
    set -l value ''
    set -l model (string split \n -- $__treadle_model)
    set -l fields (string split '|' -- $model[1])
    for word in (commandline -opc)[2..-1]
        if test -n "$value"
            set value ''
        else if string match -q -- '-*=*' $word
            continue
        else if string match -q -- '-*' $word
            for option in (string split ' ' -- $fields[3])
                string match -q -- "$word=*" $option; and set value (string replace -r '^[^=]*=' '' -- $option)
            end
        else if contains -- $word (string split ' ' -- $fields[2])
            set path (string trim -- "$path $word")
            for line in $model
                set -l found (string split '|' -- $line)
                test "$found[1]" = "$path"; and set fields $found
            end
        else
            set seen (math $seen + 1)
        end
    end
    if test -n "$value"
        __treadle_offer $value $current
    else if string match -q -- '--*=*' $current
        set -l name (string replace -r '=.*' '' -- $current)
        for option in (string split ' ' -- $fields[3])
            if string match -q -- "$name=*" $option
                for word in (__treadle_offer (string replace -r '^[^=]*=' '' -- $option) '')
                    echo $name=$word
                end
            end
        end
    else if string match -q -- '-*' $current
        string replace -r '=.*' '' -- (string split ' ' -- $fields[3])
    else if test "$path" = help
        string split ' ' -- (string split '|' -- $model[1])[2]
        printf '%s\n' references filters exit-codes
    else
        test $seen -eq 0; and string split -n ' ' -- $fields[2]
        set -l kinds (string split -n ' ' -- $fields[4])
        if test (count $kinds) -gt 0
            set -l at (math $seen + 1)
            test $at -gt (count $kinds); and set at (count $kinds)
            __treadle_offer $kinds[$at] $current
        end
    end
end

complete -c treadle -f -a '(__treadle_complete)'
