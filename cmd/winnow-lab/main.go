package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"
)

func main() {
	root := &cobra.Command{
		Use:           "winnow-lab",
		Short:         "Measure and compare: for developers of winnow",
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(newBenchCommand(), newBlocksCommand(), newFeaturesCommand(), newPlantCommand())
	if err := root.Execute(); err != nil {
		fmt.Fprintln(os.Stderr, "winnow-lab:", err)
		os.Exit(1)
	}
}
