package label

import (
	"reflect"
	"testing"
)

// TestFeaturesAppend checks that Append lists every field once, in order.
func TestFeaturesAppend(t *testing.T) {
	var f Features
	v := reflect.ValueOf(&f).Elem()
	if v.NumField() != FeatureCount {
		t.Fatalf("FeatureCount is %d, the struct has %d fields", FeatureCount, v.NumField())
	}
	for i := range v.NumField() {
		v.Field(i).SetUint(uint64(i + 1))
	}
	for i, x := range f.Append(nil) {
		if int(x) != i+1 {
			t.Fatalf("place %d of Append holds %s", i, v.Type().Field(int(x)-1).Name)
		}
	}
}

// TestFeatureHash checks that the constant is the hash of the struct's fields.
func TestFeatureHash(t *testing.T) {
	var names []string
	for i := range reflect.TypeFor[Features]().NumField() {
		names = append(names, reflect.TypeFor[Features]().Field(i).Name)
	}
	if h := FeatureHash(names); h != featureHash {
		t.Errorf("featureHash is %#x, the features' is %#x: train anew", uint32(featureHash), h)
	}
}
