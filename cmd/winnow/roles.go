package main

import (
	"fmt"
	"strings"

	"github.com/winnowtext/winnow/document"
)

// parseRoles reads the value of --show: roles or verdicts separated by commas.
// If any begins with + or -, they change the default choice; otherwise they
// replace it. It returns 0 for "".
func parseRoles(list string) (document.RoleSet, error) {
	if list == "" {
		return 0, nil
	}
	var set document.RoleSet
	if strings.HasPrefix(list, "+") || strings.HasPrefix(list, "-") {
		set = document.MainText
	}
	for name := range strings.SplitSeq(list, ",") {
		name = strings.TrimSpace(name)
		remove := strings.HasPrefix(name, "-")
		roles, err := rolesNamed(strings.TrimLeft(name, "+-"))
		if err != nil {
			return 0, err
		}
		if remove {
			set &^= roles
		} else {
			set |= roles
		}
	}
	return set, nil
}

// rolesNamed returns the roles that one name stands for.
func rolesNamed(name string) (document.RoleSet, error) {
	all := document.RoleSet(0)
	for v := document.Published; v <= document.Planted; v++ {
		if name == v.String() {
			return document.OfVerdict(v), nil
		}
		all |= document.OfVerdict(v)
	}
	if name == "all" {
		return all, nil
	}
	role, err := document.ParseRole(name)
	if err != nil || role == document.NoRole {
		var names []string
		for r := document.NoRole + 1; all.Has(r); r++ {
			names = append(names, r.String())
		}
		return 0, fmt.Errorf("--show: unknown role %q: use all, published, site, planted, or some of %s", name, strings.Join(names, ", "))
	}
	return document.Roles(role), nil
}
